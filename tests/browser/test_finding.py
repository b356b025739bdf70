"""The search on a phone, and its suggestions by the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from .chromium import PHONE

HIGHEST_OF_RESULTS = 450


@pytest.mark.parametrize("address", ["/indsatskatalog/", "/indsatskatalog/?q=kor", "/indsatskatalog/?q=kor+i+slagelse"])
def test_first_result_begins_in_the_first_half_of_a_phone(page: Page, address: str):
    page.set_viewport_size(PHONE)
    page.goto(address)
    box = page.locator("article").first.bounding_box()
    assert box and box["y"] < HIGHEST_OF_RESULTS


@pytest.mark.parametrize("address", ["/", "/indsatskatalog/"])
def test_suggestions_never_cover_the_button_on_a_phone(page: Page, address: str):
    page.set_viewport_size(PHONE)
    page.goto(address)
    for name in ("q", "naer") if address == "/" else ("q",):
        page.locator(f"#{name}").press_sequentially("ko")
        listed = page.get_by_role("listbox").filter(visible=True)
        expect(listed.get_by_role("option").first).to_be_visible()
        around = listed.bounding_box()
        button = page.get_by_role("button", name="Find", exact=True).bounding_box()
        assert around and button
        beside = button["x"] >= around["x"] + around["width"] or button["y"] >= around["y"] + around["height"]
        assert beside or button["y"] + button["height"] <= around["y"]
        page.keyboard.press("Escape")


def test_suggestions_by_the_keyboard(page: Page):
    page.goto("/indsatskatalog/")
    field = page.get_by_role("combobox", name="Hvad savner du?")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("kor")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="Brug pil ned")).to_have_text(
        f"{options.count()} forslag. Brug pil ned."
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    words = options.first.get_attribute("data-text") or ""
    page.keyboard.press("Enter")
    page.wait_for_url("**/indsatskatalog/?q=*")
    expect(page.get_by_role("combobox", name="Hvad savner du?")).to_have_value(words)


def test_escape_puts_the_suggestions_away_and_keeps_what_was_typed(page: Page):
    page.goto("/indsatskatalog/")
    field = page.get_by_role("combobox", name="Hvad savner du?")
    field.press_sequentially("kor")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).not_to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("kor")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Enter")
    page.wait_for_url("**/indsatskatalog/?q=kor")


def test_typed_place_on_the_front_page_is_chosen_and_then_sent(page: Page):
    page.goto("/")
    page.get_by_role("combobox", name="Hvad?").fill("kaffe")
    field = page.get_by_role("combobox", name="Hvor?")
    field.press_sequentially("kors")
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text("Korsør")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("Korsør")
    page.keyboard.press("Enter")
    page.wait_for_url("**/indsatskatalog/?q=kaffe&naer=*")
    expect(page.get_by_role("link", name="Højst 10 km fra Korsør")).to_be_visible()


def test_no_suggestion_is_said(page: Page):
    page.goto("/indsatskatalog/")
    page.get_by_role("combobox", name="Hvad savner du?").press_sequentially("qqxxzz")
    expect(page.get_by_role("status").filter(has_text="Ingen forslag.")).to_have_text("Ingen forslag.")


def test_dead_end_leads_on_without_scripts(browser: Browser, portal_url: str):
    context = browser.new_context(base_url=portal_url, java_script_enabled=False, locale="da-DK", viewport=PHONE)
    page = context.new_page()
    page.goto("/indsatskatalog/?q=kor+i+vemmelev&dag=man")
    ways = page.get_by_role("region", name="Sådan kan du komme videre")
    expect(ways.get_by_role("link", name="Prøv uden »Mandag«")).to_be_visible()
    expect(ways.locator("a[href^='tel:']")).to_be_visible()
    ways.get_by_role("link", name="Prøv uden »Mandag«").click()
    expect(page.get_by_role("status").filter(has_text="Vi fandt")).to_be_visible()
    context.close()
