"""The form of an activity at the keyboard: a long list of boxes is narrowed by what is typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .chromium import PHONE
from .people import EDITOR, signed_in
from .test_accessibility import violations

FORM = "/admin/snippets/catalogue/activity/add/"


@pytest.fixture
def form(browser: Browser, portal_url: str):
    """An editor's window with the form of a new activity."""
    page = signed_in(browser, portal_url, EDITOR)
    page.goto(FORM)
    yield page
    page.context.close()


def test_list_is_narrowed_by_the_keyboard_and_keeps_what_is_chosen(form: Page, axe_source: str):
    boxes, field = form.locator("#id_interests"), form.locator("input[aria-controls=id_interests]")
    shown = boxes.locator("label:visible")
    everything = shown.count()
    assert everything > 12
    expect(form.get_by_role("searchbox", name="Find på listen")).to_have_count(3)
    boxes.get_by_label("kor", exact=True).check()
    expect(form.get_by_text("Valgt: kor", exact=True)).to_be_visible()
    field.focus()
    form.keyboard.type("HÅND")
    expect(shown).to_have_text(["håndarbejde", "kor"])
    expect(form.get_by_text(f"1 af {everything} passer")).to_be_visible()
    form.keyboard.press("Enter")
    assert form.url.endswith(FORM)
    form.keyboard.press("Tab")
    form.keyboard.press("Space")
    expect(boxes.get_by_label("håndarbejde")).to_be_checked()
    assert [one for one in violations(form, axe_source) if "id_interests" in one or "catalogue-narrow" in one] == []
    form.keyboard.press("Shift+Tab")
    form.keyboard.press("Escape")
    expect(field).to_have_value("")
    assert shown.count() == everything


def test_nothing_on_the_list_is_said_and_nothing_is_sent(form: Page):
    field = form.locator("input[aria-controls=id_interests]")
    field.fill("zzz")
    expect(form.get_by_text("Intet på listen passer på »zzz«.")).to_be_visible()
    assert field.get_attribute("name") is None


def test_list_shows_its_last_column_on_a_phone_and_fits_a_laptop(form: Page):
    form.goto("/admin/snippets/catalogue/activity/")
    form.set_viewport_size({"width": 1280, "height": 900})
    last = form.locator("table.listing thead th").last
    assert last.evaluate("cell => cell.getBoundingClientRect().right <= innerWidth")
    form.set_viewport_size(PHONE)
    # Anew: the menu slides away while a window is made smaller.
    form.goto("/admin/snippets/catalogue/activity/")
    form.locator("#listing-results").evaluate("list => list.scrollTo(list.scrollWidth, 0)")
    assert last.evaluate("cell => cell.getBoundingClientRect().right <= innerWidth + 1")


def test_without_scripts_the_whole_list_is_there(browser: Browser, portal_url: str):
    with_scripts = signed_in(browser, portal_url, EDITOR)
    state = with_scripts.context.storage_state()
    with_scripts.context.close()
    context = browser.new_context(base_url=portal_url, storage_state=state, java_script_enabled=False, locale="da-DK")
    page = context.new_page()
    page.goto(FORM)
    assert page.locator("#id_interests input[type=checkbox]").count() > 12
    assert page.locator("input[aria-controls=id_interests]").count() == 0
    context.close()
