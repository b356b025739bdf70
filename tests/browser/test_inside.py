"""The pages behind the sign-in, and those that only a link leads to, held to what the public pages are held to."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import get_resolver, resolve
from playwright.sync_api import BrowserContext, Page, expect

from tests.unit.project.test_addresses import routes

from .audits.asking import EVERY_PAGE
from .chromium import PHONE
from .inside import KINDS, Place, places
from .test_accessibility import SMALL, html_problems, small_targets, unfold, violations

ROOMS = ("henvisninger/", "svar-om-foelgeskab/", "svar-paa-henvisning/", "samtykke/")
# What is no page for reading, and why.
NO_PAGES = {
    "cases:note": "takes a form in; the page of the referral shows what is wrong with it",
    "closing-note:paper": "PDF",
    "privacy:own-paper": "PDF",
}
# With `make audit` every page is opened, else one of each make: seconds go to each.
OPENED = (
    "referrals",
    "referring",
    "new referral",
    "referral of who did not come",
    "no such referral",
    "step with a reason",
    "correcting the contact",
    "consents",
    "readings",
    "call",
    "question",
    "arranged",
    "one time that I go along",
    "waiting lists",
    "note to the doctor",
    "organisation's link that is over",
    "person's own page",
)
SENT = ("referring", "step with a reason", "question", "person's own page")
# What is sent in without an answer, by its button.
UNANSWERED = {
    "referring": "Henvis",
    "new referral": "Gem noten",
    "step with a reason": "Gem",
    "another owner": "Gem",
    "closing": "Gem",
    "more proposals": "Gem",
    "question": "Gem",
    "arranging": "Gem aftalen",
    "registering who can": "Gem",
    "consents": "Træk tilbage og slet",
    "person's own page": "Træk mit ja tilbage",
}
LOST = """() => [...document.querySelectorAll('[aria-describedby], [aria-labelledby]')].flatMap(e =>
    `${e.getAttribute('aria-describedby') || ''} ${e.getAttribute('aria-labelledby') || ''}`.trim().split(/\\s+/)
        .filter(id => !document.getElementById(id)))"""


@pytest.fixture(scope="module")
def inside(running_portal) -> dict[str, Place]:
    """Where the pages are, and who is let in."""
    return places(running_portal)


@pytest.fixture
def opened(context: BrowserContext, portal_url, inside):
    """Opens one of the pages on a phone, as whoever works there."""

    def goto(name: str) -> Page:
        place = inside[name]
        if place.session:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "value": place.session, "url": portal_url}
            context.add_cookies([cookie])
        page = context.new_page()
        page.set_viewport_size(PHONE)
        page.emulate_media(reduced_motion="reduce")
        page.goto(place.address)
        return page

    return goto


def well_made(page: Page, axe: str) -> None:
    """Nothing wrong in light or dark, nothing too small, nothing to scroll sideways for, no label that is lost."""
    unfold(page)
    assert violations(page, axe) == []
    assert small_targets(page) == []
    assert page.evaluate(LOST) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, axe, runOnly=["color-contrast", "link-in-text-block"]) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(SMALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize("name", KINDS if EVERY_PAGE else OPENED)
def test_page_behind_the_sign_in_is_well_made(opened, axe_source, name):
    page = opened(name)
    assert "/konto/log-ind/" not in page.url
    well_made(page, axe_source)


@pytest.mark.parametrize("name", UNANSWERED if EVERY_PAGE else SENT)
def test_what_is_wrong_is_told_where_one_is(opened, axe_source, name):
    page = opened(name)
    page.get_by_role("button", name=UNANSWERED[name], exact=True).click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert page.title().startswith("Fejl: ")
    well_made(page, axe_source)
    summary.get_by_role("link").first.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).contains(document.activeElement)")


def test_organisation_answers(opened, axe_source):
    page = opened("organisation's link")
    page.get_by_role("button", name="Se henvisningen").press("Enter")
    well_made(page, axe_source)
    page.get_by_role("button", name="Send svaret").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    assert page.title().startswith("Fejl: ")
    well_made(page, axe_source)
    page.get_by_role("radio", name="Vi har modtaget henvisningen").press("Space")
    page.get_by_role("button", name="Send svaret").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Tak for svaret")).to_be_visible()
    well_made(page, axe_source)
    assert page.context.cookies() == []


def test_pages_behind_the_sign_in_are_valid_html(page: Page, inside, tmp_path):
    answers = {name: page.request.get(place.address, headers=place.headers) for name, place in inside.items()}
    assert html_problems({name: answer.text() for name, answer in answers.items()}, tmp_path) == []


def test_every_page_behind_the_sign_in_is_looked_at(inside):
    known = {route for route, name in routes(get_resolver(), doors=()) if name and route.startswith(ROOMS)}
    found = [resolve(place.address.split("?")[0]) for place in inside.values()]
    visited = {match.route for match in found} | {"samtykke/slettet/"}
    no_pages = {match for match in known if _name(match) in NO_PAGES}
    assert len(known) > 20
    assert known - visited == no_pages
    assert len(no_pages) == len(NO_PAGES)


def _name(route: str) -> str:
    address = route.replace("<str:code>", "0").replace("<int:position>", "1").replace("<str:state>", "kom")
    for holder in ("<int:pk>", "<str:link>", "<str:ask>", "<str:withdrawal>", "<str:paper>"):
        address = address.replace(holder, "1")
    return resolve(f"/{address}").view_name
