"""The errands of a citizen from end to end: by keyboard alone on three screens, and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from .addresses import PAGES
from .chromium import DESK, PHONE
from .keyboard import focused, tab_to

# What is left of a screen of 1280 × 1024 at 400 % zoom.
ZOOMED: ViewportSize = {"width": 320, "height": 256}


@pytest.fixture(params=[DESK, PHONE, ZOOMED], ids=["desk", "phone", "zoomed"])
def by_keyboard(request: pytest.FixtureRequest, page: Page) -> Iterator[Page]:
    """A page of one of the three sizes; none that was come by may have to be scrolled sideways."""
    page.set_viewport_size(request.param)
    page.goto("/")
    yield page
    assert page.evaluate("document.documentElement.scrollWidth") <= request.param["width"]


def test_keyboard_alone_finds_and_opens_an_activity(by_keyboard: Page):
    page = by_keyboard
    page.keyboard.press("Tab")
    assert focused(page) == "a Gå til indholdet"
    expect(page.get_by_text("Gå til indholdet")).to_be_in_viewport()
    page.keyboard.press("Enter")
    tab_to(page, "input q", most=3)
    page.keyboard.type("kor i slagelse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Vi fandt")).to_contain_text("Vi fandt")
    title = page.locator("article h3 a").first.inner_text()
    tab_to(page, f"a {title}", most=80)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    tab_to(page, "a Ring ")


def test_keyboard_alone_goes_the_guided_way_to_an_activity(by_keyboard: Page):
    page = by_keyboard
    heading = page.get_by_role("heading", level=1)
    page.goto(PAGES["guided question"])
    expect(heading).to_have_text("Hvad savner du?")
    tab_to(page, "button Videre")
    page.keyboard.press("Enter")  # without an answer
    expect(page.get_by_role("alert")).to_be_focused()
    tab_to(page, "input savner")
    page.keyboard.press("Space")
    tab_to(page, "button Videre")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Hvor vil du helst være?")
    tab_to(page, "select hvor")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading).to_have_text("Hvad kan du lide?")
    tab_to(page, "input lide")
    page.keyboard.press("Space")
    tab_to(page, "button Videre")
    page.keyboard.press("Enter")
    for question in ("Er der noget, der skal være på plads?", "Hvornår passer det dig bedst?"):
        expect(heading).to_have_text(question)
        tab_to(page, "a Spring over")
        page.keyboard.press("Enter")
    page.wait_for_url("**/find-noget-der-passer/forslag/?*")
    assert set(parse_qs(urlsplit(page.url).query)) == {"savner", "hvor", "lide"}
    title = page.locator("article h3 a").first.inner_text()
    tab_to(page, f"a {title}")
    page.keyboard.press("Enter")
    expect(heading).to_have_text(title)


def test_guided_way_without_scripts_ends_in_offers_and_back_keeps_the_answers(without_scripts: Page):
    page = without_scripts
    page.goto(PAGES["guided question"])
    page.get_by_role("button", name="Videre").click()
    expect(page.get_by_text("Du har ikke svaret endnu")).to_be_visible()
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Videre").click()
    page.get_by_label("Sted").select_option(index=1)
    page.get_by_role("button", name="Videre").click()
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Videre").click()
    page.get_by_role("link", name="Tilbage").click()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("button", name="Videre").click()
    for _question in ("behov", "naar"):
        page.get_by_role("link", name="Spring over").click()
    assert set(parse_qs(urlsplit(page.url).query)) == {"savner", "hvor", "lide"}
    offers = page.locator("article")
    expect(offers.first).to_contain_text("Fordi ")
    offers.first.get_by_role("link").first.click()
    expect(page.get_by_role("link", name="Er noget forkert?")).to_be_visible()


def test_list_is_collected_without_scripts_and_taken_along(without_scripts: Page):
    page = without_scripts
    for name in ("activity", "activity without a place"):
        page.goto(PAGES[name] + "?" + urlsplit(page.url).query.replace("a=", "liste="))
        page.get_by_role("link", name="Læg på min liste").first.click()
    expect(page.get_by_role("heading", name="2 aktiviteter")).to_be_visible()
    [codes] = parse_qs(urlsplit(page.url).query)["a"]
    assert len(codes.split(",")) == 2
    titles = page.locator(".my-list-entry h3").all_inner_texts()
    page.locator(".my-list-entry h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titles[0])
    page.get_by_role("link", name="Se min liste").first.click()
    assert page.locator(".my-list-entry h3").all_inner_texts() == titles
    calendar = page.request.get(f"/min-liste/kalender.ics?a={codes}")
    assert calendar.ok and calendar.text().count("BEGIN:VEVENT") >= 2
    page.get_by_role("link", name="Tag af listen").first.click()
    assert page.locator(".my-list-entry h3").all_inner_texts() == titles[1:]


def test_error_is_reported_without_scripts(without_scripts: Page):
    page = without_scripts
    page.goto(PAGES["activity"])
    page.get_by_role("link", name="Er noget forkert?").click()
    words = page.get_by_label("Skriv gerne, hvad der er rigtigt")
    words.fill("Det er kl. 15 nu.")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Det er ikke sendt endnu")).to_be_visible()
    expect(words).to_have_value("Det er kl. 15 nu.")
    page.get_by_label("Dagen eller tiden passer ikke").check()
    page.wait_for_timeout(3200)  # a form sent within three seconds is taken for a machine's
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tak for hjælpen")
