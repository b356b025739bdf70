"""The map with tiles, by keyboard; the tiles are answered here, so that nobody else is asked."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.services import portal
from tests.services.process import Running, end

from .addresses import PAGES
from .keyboard import tab_to

TILES = "https://tiles.example.dk/"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture(scope="module")
def portal_with_tiles(running_portal: Running, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tiles = {"MAP_TILES_URL": TILES + "{z}/{x}/{y}.png", "MAP_TILES_ATTRIBUTION": "© Et kort"}
    running = portal.serve_beside(running_portal, tmp_path_factory.mktemp("tiles"), tiles)
    yield running.url
    end(running.pid, running.home)


@pytest.fixture
def map_page(browser: Browser, portal_with_tiles: str) -> Iterator[Page]:
    context = browser.new_context(base_url=portal_with_tiles, locale="da-DK", viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.route(f"{TILES}**", lambda route: route.fulfill(body=PNG, content_type="image/png"))
    page = context.new_page()
    page.goto(PAGES["map"])
    yield page
    context.close()
    strangers = {url for url in asked if not url.startswith((portal_with_tiles, "data:"))}
    assert strangers and all(url.startswith(TILES) for url in strangers)


def test_pin_is_opened_and_closed_by_keyboard(map_page: Page):
    page = map_page
    expect(page.locator(".tile-pin").first).to_be_visible()
    shown = page.locator(".leaflet-popup")
    tab_to(page, "a Spring kortet over")
    for _closer in range(8):  # what stands close together is one pin, which leads closer
        page.locator(".tile-pin").first.focus()
        name = page.locator(".tile-pin").first.get_attribute("aria-label")
        assert name
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
        if shown.count():
            break
    expect(shown.get_by_role("link").first).to_be_focused()
    expect(shown.get_by_role("button", name="Luk")).to_be_visible()
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name


def test_pins_are_stops_of_the_tab_key(map_page: Page):
    expect(map_page.locator(".tile-pin").first).to_be_visible()
    tab_to(map_page, "a Spring kortet over")
    for _stop in range(4):
        map_page.keyboard.press("Tab")
        if map_page.evaluate("document.activeElement.matches('.tile-pin[role=button][aria-label]')"):
            return
    pytest.fail("no pin is reached with the Tab key")
