"""What stands on paper: numbers to ring, and no more sheets than there is to say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .addresses import PAGES


def test_results_on_paper_have_a_number_for_each(page: Page, portal_url: str):
    page.emulate_media(media="print")
    page.goto(f"{portal_url}/indsatskatalog/?q=kor+i+slagelse")
    cards = page.locator(".activity-card")
    asked = cards.locator(".ask")
    assert cards.count() == asked.count() > 3
    for number in range(asked.count()):
        expect(asked.nth(number)).to_be_visible()
    expect(page.locator(".ways-on")).to_be_hidden()
    page.emulate_media(media="screen")
    expect(asked.first).to_be_hidden()


@pytest.mark.parametrize("name", ["partners", "talks"])
def test_forms_that_narrow_are_not_printed(page: Page, name: str):
    page.goto(PAGES[name])
    form = page.locator("form.narrowing")
    expect(form).to_be_visible()
    page.emulate_media(media="print")
    expect(form).to_be_hidden()


def test_self_check_on_paper_says_how_to_add_up(page: Page, portal_url: str):
    page.goto(f"{portal_url}/taenk-over-din-ensomhed/")
    answers = page.locator(".check-answer")
    expect(answers.first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Sådan tæller du sammen")).to_be_visible()
    for number in range(answers.count()):
        expect(answers.nth(number)).to_be_visible()
    expect(page.get_by_role("button", name="Se, hvad det betyder")).to_be_hidden()
