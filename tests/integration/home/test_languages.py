"""Pages in more languages, and the ways between them."""

from __future__ import annotations

import re

import pytest
from django.conf import settings

from home.models import InformationPage
from search.engines import get_engine
from tests.factories.catalogue import ActivityFactory
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pages():
    get_engine().rebuild([])
    danish = make_front()
    english = make_front("en", heading="Find someone to be with")
    savn = make_page(danish, InformationPage, "Om savn", slug="om-savn", show_in_menus=True)
    make_page(danish, InformationPage, "Kun dansk", slug="kun-dansk")
    make_page(
        english,
        InformationPage,
        "About missing",
        slug="about-missing",
        translation_key=savn.translation_key,
        show_in_menus=True,
    )


def footer_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    html = response.content.decode()
    return html[html.index('<footer class="site-footer">') :]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", '<a href="/en/" lang="en" hreflang="en">English</a>'),
        ("/en/", '<a href="/" lang="da" hreflang="da">Dansk</a>'),
        ("/om-savn/", '<a href="/en/about-missing/" lang="en" hreflang="en">English</a>'),
        ("/en/about-missing/", '<a href="/om-savn/" lang="da" hreflang="da">Dansk</a>'),
        ("/kun-dansk/", '<a href="/en/" lang="en" hreflang="en">English front page</a>'),
        ("/indsatskatalog/?q=kor", '<a href="/en/indsatskatalog/?q=kor" lang="en" hreflang="en">English</a>'),
    ],
)
def test_foot_leads_to_the_same_in_the_other_language(client, here, there):
    assert there in footer_of(client, here)


def test_page_that_is_not_there_leads_to_the_front_page(client):
    assert '<a href="/en/" lang="en" hreflang="en">English front page</a>' in footer_of(client, "/findes-ikke/", 404)


def test_activity_is_the_same_under_the_other_interface(client):
    address = ActivityFactory().get_absolute_url()
    assert f'href="/en{address}"' in footer_of(client, address)


def test_page_tells_its_language_and_the_menu_is_in_it(client):
    html = client.get("/en/about-missing/").content.decode()
    assert '<html lang="en">' in html
    assert '<article class="wrap narrow" lang="en">' in html
    footer = footer_of(client, "/en/")
    assert "About missing" in footer
    assert "Om savn" not in footer
    assert "Om savn" in footer_of(client, "/")


def test_draft_translation_is_not_led_to(client):
    InformationPage.objects.filter(slug="about-missing").update(live=False)
    assert "English front page" in footer_of(client, "/om-savn/")


def test_foot_leads_to_the_statement_in_the_language_of_the_page(client):
    assert '<a href="/was">Tilgængelighedserklæring</a>' in footer_of(client, "/")
    assert '<a href="/en/tilgaengelighedserklaering/">Accessibility statement</a>' in footer_of(client, "/en/")


def test_danish_pages_are_not_under_the_english_front_page(client):
    assert client.get("/en/om-savn/").status_code == 404


def test_examples_are_searched_for_in_danish_in_every_language(client):
    html = client.get("/en/").content.decode()
    assert "/en/indsatskatalog/?q=synge+i+kor" in html


def header_of(client, address: str) -> str:
    html = client.get(address).content.decode()
    return html[html.index('<header class="site-header">') : html.index("</header>")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/om-savn/", 'href="/en/about-missing/" lang="en" hreflang="en">English</a>'),
        ("/en/kalender/", 'href="/kalender/" lang="da" hreflang="da">Dansk</a>'),
        ("/kun-dansk/", 'href="/en/" lang="en" hreflang="en">English</a>'),
    ],
)
def test_head_leads_to_the_other_language(client, here, there):
    assert there in header_of(client, here)


def alternates_of(client, address: str) -> tuple[str, dict[str, str]]:
    """The canonical address, and hreflang → address."""
    html = client.get(address).content.decode()
    canonical = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
    found = dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html))
    base = settings.BASE_URL
    return "".join(canonical).removeprefix(base), {code: there.removeprefix(base) for code, there in found.items()}


@pytest.mark.parametrize("here", ["/om-savn/", "/en/about-missing/"])
def test_search_engines_are_told_of_both_languages(client, here):
    both = {"da": "/om-savn/", "en": "/en/about-missing/", "x-default": "/om-savn/"}
    assert alternates_of(client, here) == (here, both)


@pytest.mark.parametrize(
    ("here", "canonical"),
    [("/kun-dansk/", "/kun-dansk/"), ("/findes-ikke/", ""), ("/indsatskatalog/?q=kor", "")],
)
def test_page_in_one_language_and_search_have_no_alternates(client, here, canonical):
    assert alternates_of(client, here) == (canonical, {})


def test_next_page_of_a_list_is_a_page_of_its_own(client):
    area = ActivityFactory().venue.area.get_absolute_url()
    canonical, both = alternates_of(client, f"{area}?side=2")
    assert canonical == f"{area}?side=2"
    assert both["en"] == f"/en{area}?side=2"


def test_no_language_is_guessed(client):
    response = client.get("/om-savn/", HTTP_ACCEPT_LANGUAGE="en")
    assert response.status_code == 200
    assert '<html lang="da">' in response.content.decode()
    assert not response.cookies
