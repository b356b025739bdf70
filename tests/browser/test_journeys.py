"""What people do: with the keyboard, without scripts, and without being watched."""

from __future__ import annotations

from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from .addresses import PAGES
from .chromium import PHONE
from .keyboard import focused


def test_skip_link_goes_past_the_header(page: Page):
    page.goto(PAGES["results"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "input q"


def test_without_scripts_search_filter_and_fold_work(browser: Browser, portal_url: str):
    context = browser.new_context(base_url=portal_url, java_script_enabled=False, locale="da-DK", viewport=PHONE)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Hvad?").fill("kaffe")
    page.get_by_label("Hvor?").fill("Korsør")
    page.get_by_role("button", name="Find").click()
    assert parse_qs(urlsplit(page.url).query)["naer"] == ["Korsør"]
    expect(page.get_by_label("Mandag")).not_to_be_visible()
    page.get_by_text("Vælg mere præcist").first.click()
    page.get_by_label("Mandag").check()
    page.get_by_role("button", name="Vis resultater").click()
    asked = parse_qs(urlsplit(page.url).query)
    assert (asked["q"], asked["naer"], asked["dag"]) == (["kaffe"], ["Korsør"], ["man"])
    page.get_by_role("link", name="Mandag – fjern").click()
    assert "dag" not in parse_qs(urlsplit(page.url).query)
    context.close()


def test_filters_stand_open_at_a_desk_and_fold_on_a_phone(page: Page):
    page.goto(PAGES["search"])
    expect(page.get_by_label("Mandag")).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(page.get_by_label("Mandag")).not_to_be_visible()


def test_back_returns_to_the_same_results(page: Page):
    page.goto(PAGES["results"])
    before = page.locator("article h3").all_inner_texts()
    page.locator("article h3 a").first.click()
    page.go_back()
    assert page.locator("article h3").all_inner_texts() == before


def test_address_holds_only_what_was_filled_in(page: Page):
    page.goto("/indsatskatalog/?sorter=naeste")
    page.get_by_role("combobox", name="Hvad savner du?").fill("kor")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/*q=kor*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["kor"], "sorter": ["naeste"]}


def test_what_was_not_understood_has_focus(page: Page):
    page.goto(PAGES["not understood"])
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="gammel").click()
    expect(page.get_by_label("Hvor gammel er du?")).to_be_in_viewport()


def test_position_is_asked_for_only_when_the_person_asks(browser: Browser, portal_url: str):
    context = browser.new_context(
        base_url=portal_url,
        locale="da-DK",
        geolocation={"latitude": 55.3342, "longitude": 11.1448},
        permissions=["geolocation"],
    )
    page = context.new_page()
    page.add_init_script(
        "const ask = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);"
        "window.asked = 0; navigator.geolocation.getCurrentPosition = (...a) => { window.asked += 1; ask(...a) }"
    )
    page.goto(PAGES["search"])
    assert page.evaluate("window.asked") == 0
    page.get_by_text("Tæt på dig").first.click()
    page.get_by_role("button", name="Brug, hvor jeg er nu").click()
    page.wait_for_url("**/*naer=55.335%2C11.144*")
    expect(page.get_by_role("status").filter(has_text="Vi fandt")).to_be_visible()
    context.close()


def test_nobody_is_followed(context: BrowserContext, page: Page):
    for address in PAGES.values():
        page.goto(address)
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_first_visit_loads_at_most_100_kilobytes(page: Page):
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto("/", wait_until="networkidle")
    assert sum(sizes) <= 100_000


def test_paper_has_the_numbers_and_not_the_menus(page: Page):
    page.goto(PAGES["activity"])
    page.emulate_media(media="print")
    expect(page.locator(".first-screen a[href^='tel:']")).to_be_visible()
    expect(page.locator(".breadcrumbs")).not_to_be_visible()
    expect(page.get_by_role("navigation", name="Hovedmenu")).not_to_be_visible()


def test_forced_colours_keep_borders_and_icons(page: Page):
    page.emulate_media(forced_colors="active")
    page.goto(PAGES["results"])
    fill = page.locator("article .facts .icon").first.evaluate("e => getComputedStyle(e).fill")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert fill != ground


def test_forced_colours_tell_the_chosen_tab_and_frame_no_form(page: Page):
    page.emulate_media(forced_colors="active")
    page.goto(PAGES["calendar"])
    ground = "e => getComputedStyle(e).backgroundColor"
    chosen = page.locator(".tabs .chip[aria-current]").first.evaluate(ground)
    assert chosen != page.locator(".tabs .chip:not([aria-current])").first.evaluate(ground)
    page.goto(PAGES["area"])
    form = page.locator(".search-box-narrow").first
    assert form.evaluate("e => getComputedStyle(e).borderTopWidth") == "0px"


@pytest.mark.parametrize(("wish", "moves"), [("no-preference", True), ("reduce", False)])
def test_reduced_motion_switches_transitions_off(page: Page, wish: Literal["no-preference", "reduce"], moves: bool):
    page.emulate_media(reduced_motion=wish)
    page.goto(PAGES["search"])
    seconds = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".flatMap(e => getComputedStyle(e).transitionDuration.split(',')).map(parseFloat)"
    )
    assert any(second > 0 for second in seconds) is moves
