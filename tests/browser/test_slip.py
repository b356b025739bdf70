"""From the front page to a slip on paper, as a GP does it; and the slip in the hands of whoever got it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import PHONE
from tests.browser.keyboard import tab_to
from tests.browser.test_accessibility import violations

FINDER = "/for-fagfolk/find/?alder=79&omraade=he-sunds&kan_lide=gaature&sprog=ar"


@pytest.fixture
def slip_page(page: Page, portal_url: str) -> Page:
    """The page of a slip that has just been made."""
    page.goto(f"{portal_url}{FINDER}")
    page.get_by_role("button", name="Lav en seddel").click()
    expect(page.get_by_role("heading", level=1, name="Sedlen er klar")).to_be_visible()
    return page


def test_slip_is_made_and_opened_on_a_phone(slip_page, portal_url, axe_source):
    slip_page.set_viewport_size(PHONE)
    assert violations(slip_page, axe_source) == []
    short = slip_page.locator(".share-address").first.get_attribute("href")
    path = re.sub(r"^https?://[^/]+", "", short)
    slip_page.goto(f"{portal_url}{path}")
    expect(slip_page.get_by_role("heading", level=2)).not_to_have_count(0)
    assert slip_page.locator("a[href^='tel:']").count() > 0
    assert slip_page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(slip_page, axe_source) == []


def test_gp_comes_from_the_front_page_to_paper_without_a_mouse(page, portal_url):
    page.goto(f"{portal_url}/")
    tab_to(page, "a For fagfolk", most=120)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="For fagfolk")).to_be_visible()
    tab_to(page, "a Find tilbud til en borger")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Cirka hvor gammel?")).to_be_visible()
    tab_to(page, "input id_alder")
    page.keyboard.type("79")
    tab_to(page, "input savner")
    page.keyboard.press("Space")
    tab_to(page, "button Find tilbud")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2, name="tilbud, der passer")).to_be_visible()
    tab_to(page, "button Lav en seddel", most=90)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Sedlen er klar")).to_be_visible()
    tab_to(page, "a A4")


def test_paper_is_fetched_from_the_slips_page(slip_page, portal_url):
    address = slip_page.get_by_role("link", name="A5, et halvt ark").get_attribute("href")
    response = slip_page.request.get(f"{portal_url}{address}")
    assert response.ok
    assert response.body().startswith(b"%PDF")


def test_slip_is_withdrawn_with_a_click(slip_page, portal_url):
    short = re.sub(r"^https?://[^/]+", "", slip_page.locator(".share-address").first.get_attribute("href"))
    slip_page.get_by_role("button", name="Træk sedlen tilbage").click()
    expect(slip_page.get_by_role("status")).to_contain_text("Du har trukket den tilbage")
    assert slip_page.request.get(f"{portal_url}{short}").status == 410
