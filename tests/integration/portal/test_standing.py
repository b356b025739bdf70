"""The pages that the law and the footer count on."""

from __future__ import annotations

import pytest
from wagtail.models import Site

from editorial.actions.purge_reports import CONTACT_KEPT, REPORT_KEPT
from home.models import InformationPage, SiteSettings
from tests.factories.pages import make_front_page

pytestmark = pytest.mark.django_db
STATEMENT = "/tilgaengelighedserklaering/"


def site_settings(**values: str) -> SiteSettings:
    found = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    return found


@pytest.mark.parametrize("address", ["/was", "/was/"])
def test_was_leads_to_our_page_until_the_statement_is_set(client, address):
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, STATEMENT)
    site_settings(accessibility_statement="https://www.was.digst.dk/indsatser-example-dk")
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (302, "https://www.was.digst.dk/indsatser-example-dk")


def test_our_statement_has_a_number_and_an_address_to_write_to(client):
    site_settings(phone="00 58 10 00", email="hej@portal.example")
    html = client.get(STATEMENT).content.decode()
    assert 'href="tel:00581000"' in html
    assert 'href="mailto:hej@portal.example"' in html
    assert "WCAG 2.2" in html


def test_our_statement_has_the_parts_that_the_law_asks_for(client):
    site_settings(publisher="Eksempel Kommune")
    html = client.get(STATEMENT).content.decode()
    main = html.partition("<main")[2].partition("</main>")[0]
    for words in (
        "Eksempel Kommune står bag testserver.",  # for which site it is
        "følger loven delvist",  # how far it is met
        "Det mangler",  # what is not accessible
        "for dyrt at rette",  # disproportionate burden
        "Det gælder loven ikke for",  # what the law leaves out
        "Vi har selv set efter, sidst den 27. november 2026.",  # how and when it was made
        "10 hverdage",  # enforcement
        "digst.dk",
    ):
        assert words in main


def test_our_privacy_page_says_how_long_reports_are_kept(client):
    main = client.get("/privatliv/").content.decode().partition("<main")[2].partition("</main>")[0]
    assert f"senest efter {CONTACT_KEPT.days} dage" in main
    assert REPORT_KEPT.days == 365 and "et år efter" in main


@pytest.mark.parametrize("slug", ["tilgaengelighedserklaering", "privatliv"])
def test_editors_page_takes_the_place_of_ours(client, slug):
    front = make_front_page()
    assert client.get(f"/{slug}/").status_code == 200
    page = front.add_child(instance=InformationPage(title="Skrevet af os", slug=slug, body="[]"))
    assert "Skrevet af os</h1>" in client.get(f"/{slug}/").content.decode()
    page.unpublish()
    assert "Skrevet af os" not in client.get(f"/{slug}/").content.decode()


def test_footer_leads_to_both_once(client):
    front = make_front_page()
    for slug in ("tilgaengelighedserklaering", "privatliv"):
        front.add_child(instance=InformationPage(title=slug, slug=slug, body="[]", show_in_menus=True))
    footer = client.get("/indsatskatalog/").content.decode().split("<footer")[-1]
    assert footer.count('href="/was"') == footer.count('href="/privatliv/"') == 1
    assert STATEMENT not in footer


def test_statement_is_there_in_no_one_elses_language_but_danish(client):
    assert client.get(STATEMENT)["Content-Language"] == "da"
