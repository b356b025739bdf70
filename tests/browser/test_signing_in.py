"""An invited editor's first days: a password, an app, the codes for the day the phone is lost; all by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.integration.accounts.signing import code_of
from tests.services import portal
from tests.services.process import Running, end

from .keyboard import tab_to
from .people import ADMINISTRATOR, mails_to, signed_in, words_of
from .test_accessibility import violations

# Pages about one's own account that the way in does not pass.
HERS = (
    "/konto/adgangskode/",
    "/konto/totrin/app/fjern/",
    "/konto/totrin/noedkoder/",
    "/konto/totrin/noedkoder/nye/",
    "/konto/totrin/noegler/ny/",
)
INVITED, HER_PASSWORD = "ny.redaktoer@kommune.example", "blomster ved havnen"


@pytest.fixture
def strict(running_portal: Running, tmp_path: Path) -> Iterator[Running]:
    """The portal, asking editors for two factors."""
    running = portal.serve_beside(running_portal, tmp_path, {"MFA_REQUIRED_ROLES": "redaktoer"})
    yield running
    end(running.pid, running.home)


def invite(browser: Browser, url: str) -> None:
    """An administrator invites an editor."""
    page = signed_in(browser, url, ADMINISTRATOR)
    page.goto("/admin/invitationer/")
    page.get_by_role("link", name="Inviter").first.click()
    page.get_by_label("Mailadresse").fill(INVITED)
    page.get_by_label("Fornavn").fill("Nina")
    page.get_by_label("Efternavn").fill("Ny")
    page.get_by_label("Rolle").select_option(label="Redaktører")
    page.get_by_role("button", name="Send invitationen").click()
    expect(page.get_by_text(f"Invitationen er sendt til {INVITED}")).to_be_visible()
    page.context.close()


def type_into(page: Page, field: str, words: str) -> None:
    """Reach a field by Tab and write."""
    tab_to(page, f"input {field}")
    page.keyboard.type(words)


def heading(page: Page, words: str) -> None:
    """Wait for the next page."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_invited_editor_gets_in_by_keyboard_and_again_with_a_recovery_code(
    browser: Browser, strict: Running, running_portal: Running, axe_source: str
):
    invite(browser, strict.url)
    (mail,) = mails_to(INVITED, portal.mails(Path(running_portal.home)))
    link = re.search(r"http\S+/konto/invitation/\S+", words_of(mail))
    assert link
    page = browser.new_context(base_url=strict.url, locale="da-DK", reduced_motion="reduce").new_page()
    looked_at: list[str] = []

    def look() -> None:
        looked_at.append(page.url)
        assert violations(page, axe_source) == []

    page.goto(link[0])
    heading(page, "Velkommen, Nina")
    look()
    type_into(page, "id_password1", HER_PASSWORD)
    type_into(page, "id_password2", HER_PASSWORD)
    page.keyboard.press("Enter")
    heading(page, "Adgangskode og totrinslogin")
    expect(page.get_by_text("Din rolle kræver to trin")).to_be_visible()
    look()
    tab_to(page, "a Brug en app")
    page.keyboard.press("Enter")
    heading(page, "Brug en app")
    look()
    type_into(page, "id_code", code_of(page.locator("code").inner_text()))
    page.keyboard.press("Enter")
    heading(page, "Dine nødkoder")
    look()
    recovery_code = page.locator("main li code").first.inner_text()
    tab_to(page, "a Jeg har gemt dem")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Det venter på dig")).to_be_visible()

    page.goto("/konto/totrin/")
    tab_to(page, "a Log ud")
    page.keyboard.press("Enter")
    heading(page, "Vil du logge ud?")
    look()
    tab_to(page, "button Log ud")
    page.keyboard.press("Enter")
    heading(page, "Log ind")
    look()
    type_into(page, "id_login", INVITED)
    type_into(page, "id_password", HER_PASSWORD)
    page.keyboard.press("Enter")
    heading(page, "Skriv din kode")
    look()
    type_into(page, "id_code", recovery_code)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Det venter på dig")).to_be_visible()
    for address in HERS:
        page.goto(address)
        look()
    assert looked_at[-len(HERS) :] == [strict.url + address for address in HERS]
    page.context.close()
