"""From the finder to a relation, as those who work with referrals do it; and the person who says no again."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import DESK, PHONE
from tests.browser.keyboard import focused, tab_to
from tests.browser.people import PASSWORD
from tests.browser.test_accessibility import violations

FRONT_LINE = "frontpersonale@kommune.example"
NETWORK = "netvaerk@kommune.example"
COORDINATOR = "koordinator@kommune.example"
FINDER = "/for-fagfolk/find/?alder=79&omraade=sl-korsoer&savner=gruppe&kan_lide=sang"


def at_referrals(browser: Browser, url: str, who: str, size: dict[str, int]) -> Page:
    """A window of somebody who has signed in to the referrals."""
    page = browser.new_context(
        base_url=url, viewport=size, locale="da-DK", timezone_id="Europe/Copenhagen", reduced_motion="reduce"
    ).new_page()
    page.goto("/henvisninger/")
    page.locator("[name=login]").fill(who)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Henvisninger")).to_be_visible()
    return page


def well_made(page: Page, axe: str) -> None:
    """Nothing that axe complains of, and nothing to scroll sideways for."""
    page.wait_for_load_state()
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def text_of(link: Locator) -> str:
    """A link as `tests.browser.keyboard` names it."""
    return f"a {' '.join(link.inner_text().split())}"


@pytest.fixture
def referred(browser: Browser, portal_url: str) -> Page:
    """A home helper's phone, just after somebody was referred from the finder; without a mouse or a thumb."""
    page = at_referrals(browser, portal_url, FRONT_LINE, PHONE)
    page.goto(FINDER)
    tab_to(page, "button Henvis", most=90)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Henvis en person")).to_be_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "a Gå til indholdet"
    page.keyboard.press("Enter")
    for _yes in ("to be referred", "to be contacted"):
        tab_to(page, "input consents")
        page.keyboard.press("Space")
    tab_to(page, "input id_first_name")
    page.keyboard.type("Gudrun")
    tab_to(page, "input id_phone")
    page.keyboard.type("58 00 12 34")
    tab_to(page, "button Henvis")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Personen er henvist.")).to_be_visible()
    return page


def test_home_helper_refers_on_a_phone_and_the_person_says_no_again(referred, portal_url, axe_source):
    well_made(referred, axe_source)
    expect(referred.get_by_role("heading", name="Gudrun")).to_be_visible()
    case = referred.url
    referred.get_by_role("link", name="Træk et ja tilbage").click()
    shown = referred.locator(".share-address")
    expect(shown).to_be_visible()
    address = re.search(r"/samtykke/\S+", shown.inner_text())
    assert address, "the colleague finds the person's own address there"
    own = referred.context.browser.new_context(base_url=portal_url, viewport=PHONE, locale="da-DK").new_page()
    own.goto(address[0])
    well_made(own, axe_source)
    tab_to(own, "input ja")
    own.keyboard.press("Space")
    tab_to(own, "button Træk mit ja tilbage")
    own.keyboard.press("Enter")
    expect(own.get_by_role("heading", level=1)).to_be_visible()
    assert own.context.cookies() == []
    referred.goto(case)
    expect(referred.get_by_text("Gudrun")).to_have_count(0)


def test_network_workers_morning(browser, portal_url, axe_source):
    page = at_referrals(browser, portal_url, NETWORK, PHONE)
    well_made(page, axe_source)
    tab_to(page, "a Ring op")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Ring op")).to_be_visible()
    waiting = page.locator("main a[href*='/ring-op/']").filter(has_not_text="Ring op")
    assert waiting.count() == 2
    well_made(page, axe_source)
    tab_to(page, text_of(waiting.first))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Det kan du sige")).to_be_visible()
    well_made(page, axe_source)
    tab_to(page, "button outcome")
    page.keyboard.press("Enter")
    expect(waiting).to_have_count(1)
    waiting.first.click()
    page.get_by_role("button", name="Vil hellere noget andet").click()
    expect(page.get_by_role("heading", level=1, name="Foreslå noget mere")).to_be_visible()
    well_made(page, axe_source)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Gem").click()
    expect(page.get_by_text("Forslagene er føjet til.")).to_be_visible()


def test_coordinator_asks_who_is_stuck_and_gives_it_to_somebody(browser, portal_url, axe_source):
    page = at_referrals(browser, portal_url, COORDINATOR, DESK)
    tab_to(page, "a Forsinkede")
    page.keyboard.press("Enter")
    page.wait_for_url("**/henvisninger/?vis=forsinkede")
    late = page.locator("main a[href^='/henvisninger/']").filter(has_text="Korsør")
    assert late.count() > 3
    well_made(page, axe_source)
    tab_to(page, text_of(late.first))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ønsker og behov")).to_be_visible()
    tab_to(page, "a Giv den videre")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Hvem tager over?")).to_be_visible()
    tab_to(page, "select id_to")
    page.keyboard.press("ArrowDown")
    tab_to(page, "button Gem")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Det er gemt.")).to_be_visible()
    expect(page.get_by_text(re.compile("Givet videre til"))).to_be_visible()
