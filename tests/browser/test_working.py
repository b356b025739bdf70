"""What each role does most: an association mends its time, an editor approves, a centre cancels a date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.services import portal
from tests.services.process import Running

from .chromium import PHONE
from .people import CENTRE_STAFF, EDITOR, LOCAL_EDITOR, mails_to, signed_in, words_of
from .test_accessibility import violations

CORRECT = re.compile(r"^Ret: (\S+)", re.MULTILINE)
TEN, TENS_MAIL = "Odsherred Kommune, Sundhedsafdelingen", "sundhed@sundhed-odsherred.example"
ONE, ONES_MAIL = "Ældre Sagen Korsør og Skælskør", "kontakt@aeldresagen-korsoer.example"
# Does what the small form does with one field changed; answers with the heading of what comes back.
CHANGE_THE_NUMBER = """async (address) => {
  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = (await read(await fetch(address))).querySelector("main form");
  const typed = new URLSearchParams(new FormData(form));
  typed.set("contact_phone", "00 58 99 99");
  return (await read(await fetch(address, { method: "POST", body: typed }))).querySelector("h1").textContent.trim();
}"""


def asked(editor: Page, organisation: str, address: str, folder: Path) -> list[str]:
    """An editor writes to an organisation; the links by which it corrects its entries."""
    editor.goto("/admin/friskhed/")
    editor.get_by_role("link", name=organisation).first.click()
    editor.get_by_role("button", name="Skriv til dem nu").click()
    expect(editor.get_by_text(f"Der er skrevet til {organisation}")).to_be_visible()
    return CORRECT.findall(words_of(mails_to(address, folder)[-1]))


@pytest.fixture
def mail_folder(running_portal: Running) -> Path:
    """Where the portal's mails lie."""
    return portal.mails(Path(running_portal.home))


@pytest.fixture
def editor(browser: Browser, portal_url: str):
    """Somebody who edits it all."""
    page = signed_in(browser, portal_url, EDITOR)
    yield page
    page.context.close()


def test_association_corrects_its_time_from_the_mail_with_three_taps(
    browser: Browser, portal_url: str, editor: Page, mail_folder: Path, axe_source: str
):
    links = asked(editor, ONE, ONES_MAIL, mail_folder)
    context = browser.new_context(base_url=portal_url, locale="da-DK", viewport=PHONE, has_touch=True, is_mobile=True)
    phone = context.new_page()
    phone.goto(links[0])
    assert violations(phone, axe_source) == []
    expect(phone.get_by_label("Fra klokken")).to_be_in_viewport()
    phone.get_by_label("Fra klokken").tap()
    phone.keyboard.press("Control+A")
    phone.keyboard.type("9.30")
    phone.get_by_role("button", name="Gem").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Tak for svaret")
    expect(phone.get_by_text("Nu: kl. 9.30-12.30")).to_be_visible()
    assert violations(phone, axe_source) == []
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert context.cookies() == []
    context.close()


def test_editor_approves_ten_changes_from_the_first_page(editor: Page, mail_folder: Path):
    links = asked(editor, TEN, TENS_MAIL, mail_folder)
    assert len(links) == 10
    assert {editor.evaluate(CHANGE_THE_NUMBER, link) for link in links} == {"Tak for svaret"}
    editor.goto("/admin/")
    editor.get_by_role("link", name="venter på, at du godkender").click()
    changed = editor.get_by_role("row", name="Telefon").filter(has_text="00 58 99 99")
    expect(changed.first).to_be_visible()
    boxes = editor.get_by_role("checkbox", name="Vælg")
    expect(boxes).to_have_count(10)
    for box in boxes.all():
        box.check()
    editor.get_by_role("button", name="Godkend de valgte").click()
    expect(editor.locator(".messages")).to_contain_text("10 er godkendt.")


def test_what_may_be_done_with_ticked_entries_is_in_sight_on_a_phone(editor: Page):
    editor.set_viewport_size(PHONE)
    editor.goto("/admin/snippets/catalogue/activity/")
    editor.locator("tbody input[type=checkbox]").first.check()
    for words in ("Bekræft", "Ret interesser", "Mere"):
        expect(editor.locator(".bulk-actions-choices").get_by_text(words, exact=True)).to_be_in_viewport(ratio=0.9)


def test_fields_that_share_a_row_are_wide_enough_for_what_they_hold(editor: Page):
    editor.goto("/admin/snippets/catalogue/activity/?q=Caf%C3%A9+Lungen")
    editor.locator("td.title a").first.click()
    for name in ("verified_on", "price_dkk", "accessibility_answers-0-holds"):
        width, needed = editor.locator(f"[name={name}]").evaluate("e => [e.clientWidth, e.scrollWidth]")
        assert width >= max(needed, 100), name


def test_centre_cancels_a_date_and_citizens_read_why(browser: Browser, portal_url: str, page: Page):
    staff = signed_in(browser, portal_url, CENTRE_STAFF)
    staff.get_by_role("link", name="se aktiviteterne").click()
    row = staff.get_by_role("row").filter(has_text="Café Lungen")
    row.get_by_role("button", name="Flere muligheder for").click()
    staff.get_by_role("link", name="Datoer").click()
    staff.get_by_role("link", name="Aflys").first.click()
    staff.get_by_label("Hvorfor?").fill("Lederen er syg.")
    staff.get_by_role("button", name="Aflys den gang").click()
    expect(staff.get_by_role("link", name="Fortryd")).to_be_visible()
    staff.context.close()
    page.goto("/indsatskatalog/?q=caf%C3%A9+lungen")
    page.get_by_role("link", name="Café Lungen").first.click()
    expect(page.get_by_text("Lederen er syg.").first).to_be_visible()


def test_local_editor_changes_an_entry_of_the_area_and_publishes(browser: Browser, portal_url: str, page: Page):
    lars = signed_in(browser, portal_url, LOCAL_EDITOR)
    lars.get_by_role("link", name="Ret Besøgsven på fire ben").click()
    lars.get_by_label("Kort fortalt").fill("En besøgsven kommer forbi med sin hund. I snakker og går en tur.")
    lars.get_by_role("button", name="Flere handlinger").click()
    lars.get_by_role("button", name="Udgiv").click()
    expect(lars.locator(".messages")).to_contain_text("Besøgsven på fire ben")
    lars.context.close()
    page.goto("/indsatskatalog/relationelle/sl-besoegsven-med-hund/")
    expect(page.get_by_text("En besøgsven kommer forbi med sin hund.").first).to_be_visible()
