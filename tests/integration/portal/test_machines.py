"""What programs read."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from datetime import date, timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone
from wagtail.models import Site

from catalogue.choices import Status
from catalogue.models import Activity
from home.models import InformationPage, NewsIndexPage, NewsPage
from tests.factories.catalogue import ActivityFactory, AreaFactory, OrganisationFactory, VenueFactory
from tests.factories.pages import make_front, make_front_page, make_page

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def _no_languages_of_other_tests() -> None:
    Site.clear_site_root_paths_cache()


def parsed(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314  what the portal itself wrote


def entries(client, section: str) -> dict[str, str | None]:
    """Address → when it last changed, of a section of the sitemap."""
    root = parsed(client.get(f"/sitemap-{section}.xml").content)
    found = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}
    return {address.removeprefix("http://testserver"): changed for address, changed in found.items()}


def test_sitemap_lists_its_sections(client):
    root = parsed(client.get("/sitemap.xml").content)
    sections = [entry.findtext(f"{SITEMAP}loc") for entry in root]
    assert "http://testserver/sitemap-aktiviteter.xml" in sections
    for section in sections:
        assert client.get(section).status_code == 200


def test_sitemap_holds_what_may_be_found_and_when_it_changed(client):
    shown = ActivityFactory()
    ActivityFactory(live=False)
    ActivityFactory(status=Status.ENDED)
    assert entries(client, "aktiviteter") == {
        shown.get_absolute_url(): timezone.localdate(shown.updated_at).isoformat()
    }


def test_sitemap_has_places_organisers_areas_and_the_catalogue(client):
    activity = ActivityFactory()
    hidden = [VenueFactory(live=False), OrganisationFactory(live=False)]
    empty = AreaFactory()
    assert activity.venue.get_absolute_url() in entries(client, "steder")
    assert activity.organisation.get_absolute_url() in entries(client, "arrangoerer")
    areas = entries(client, "omraader")
    assert areas[activity.venue.area.get_absolute_url()]
    assert areas[empty.get_absolute_url()] is None
    assert "/indsatskatalog/relationelle/" in entries(client, "katalog")
    for thing in hidden:
        assert thing.get_absolute_url() not in {*entries(client, "steder"), *entries(client, "arrangoerer")}


def test_sitemap_has_live_pages_only(client):
    front = make_front_page()
    front.add_child(instance=InformationPage(title="Om", slug="om", body="[]"))
    front.add_child(instance=InformationPage(title="Kladde", slug="kladde", body="[]", live=False))
    addresses = {address.removeprefix("http://localhost") for address in entries(client, "sider")}
    assert addresses == {"/", "/om/"}


def test_sitemap_tells_of_each_language(client):
    danish, english = make_front(), make_front("en")
    page = make_page(danish, InformationPage, "Om savn", slug="om-savn")
    translated = make_page(english, InformationPage, "Missing", slug="missing", translation_key=page.translation_key)
    address = ActivityFactory().get_absolute_url()
    assert alternates(client, "aktiviteter")[f"/en{address}"] == {
        "da": address,
        "en": f"/en{address}",
        "x-default": address,
    }
    assert alternates(client, "sider")[translated.url] == {"da": page.url, "en": translated.url, "x-default": page.url}
    assert "/en/indsatskatalog/opsoegende/" in entries(client, "katalog")


def alternates(client, section: str) -> dict[str, dict[str, str]]:
    """Address → language → address."""
    root = parsed(client.get(f"/sitemap-{section}.xml").content)
    found = {url.findtext(f"{SITEMAP}loc"): url.findall(f"{XHTML}link") for url in root}
    return {
        path_of(address): {link.get("hreflang"): path_of(link.get("href")) for link in links}
        for address, links in found.items()
    }


def path_of(address: str) -> str:
    return urlsplit(address).path


def test_sitemap_of_activities_takes_few_queries(client, django_assert_max_num_queries):
    for _ in range(4):
        ActivityFactory()
    with django_assert_max_num_queries(4):
        client.get("/sitemap-aktiviteter.xml")


def test_robots_leave_the_endless_alone_and_find_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Disallow: /indsatskatalog/?" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def feed(client, address: str) -> tuple[str, list[str]]:
    """The title of a feed, and the titles of its entries."""
    response = client.get(address)
    assert response["Content-Type"].startswith("application/atom+xml")
    root = parsed(response.content)
    return root.findtext(f"{ATOM}title"), [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_feed_has_what_changed_last_first(client, django_assert_max_num_queries):
    for number, title in enumerate(["Ældst", "Nyest", "Midt"]):
        activity = ActivityFactory(title=title)
        age = timedelta(days=[3, 1, 2][number])
        Activity.objects.filter(pk=activity.pk).update(updated_at=timezone.now() - age)
    ActivityFactory(title="Kladde", live=False)
    with django_assert_max_num_queries(4):
        assert feed(client, "/indsatskatalog/nyt.atom") == ("Nyt i Indsatskataloget", ["Nyest", "Midt", "Ældst"])


def test_feed_of_an_area_has_its_parts_and_nothing_else(client):
    area = AreaFactory(name="Slagelse", slug="slagelse")
    part = AreaFactory(parent=area)
    ActivityFactory(title="I en del", areas=[part])
    ActivityFactory(title="Et andet sted")
    assert feed(client, "/omraader/slagelse/nyt.atom") == ("Nyt i Slagelse", ["I en del"])


def test_feed_moves_with_its_area(client):
    area = AreaFactory(slug="gammel")
    area.slug = "ny"
    area.save()
    response = client.get("/omraader/gammel/nyt.atom")
    assert (response.status_code, response["Location"]) == (301, "/omraader/ny/nyt.atom")
    assert client.get("/omraader/aldrig/nyt.atom").status_code == 404


def test_feed_entry_keeps_its_identity(client):
    activity = ActivityFactory(title="Kor & kaffe")
    html = client.get("/indsatskatalog/nyt.atom").content.decode()
    assert f"<id>{activity.uuid.urn}</id>" in html
    assert "Kor &amp; kaffe" in html


def test_news_feed_has_the_newest_first_and_keeps_their_identity(client, django_assert_max_num_queries):
    news = make_page(make_front(), NewsIndexPage, "Nyt", slug="nyt")
    older = make_page(news, NewsPage, "Bænken", slug="baenken", day=date(2026, 11, 12), introduction="Sæt dig.")
    make_page(news, NewsPage, "Jul", slug="jul", day=date(2026, 11, 19))
    make_page(news, NewsPage, "Kladde", slug="kladde", live=False)
    assert feed(client, "/nyheder.atom") == ("Nyheder fra Indsatskataloget", ["Jul", "Bænken"])
    before = parsed(client.get("/nyheder.atom").content)
    assert before.find(f"{ATOM}link[@rel='alternate']").get("href").endswith("/nyt/")
    older.slug = "sid-her"
    older.save()
    after = parsed(client.get("/nyheder.atom").content)
    identities = [[entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")] for root in (before, after)]
    assert identities[0] == identities[1]
    assert len(set(identities[0])) == 2
    entry = [*after.iter(f"{ATOM}entry")][1]
    assert entry.findtext(f"{ATOM}published") == "2026-11-12T00:00:00+01:00"
    assert entry.find(f"{ATOM}link").get("href").endswith("/nyt/sid-her/")


def test_news_feed_without_news_is_empty(client):
    make_front()
    assert feed(client, "/nyheder.atom") == ("Nyheder fra Indsatskataloget", [])


def test_manifest_names_icons_that_are_there(client):
    response = client.get("/manifest.webmanifest")
    manifest = json.loads(response.content)
    assert response["Content-Type"] == "application/manifest+json"
    assert manifest["lang"] == "da"
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))


def test_icons_are_where_browsers_look(client, settings):
    for name in ("favicon.ico", "apple-touch-icon.png"):
        assert (settings.WHITENOISE_ROOT / name).exists()


def test_page_says_what_is_shown_when_it_is_sent_on(client, settings):
    settings.BASE_URL = "https://indsatser.example"
    activity = ActivityFactory(title="Kor & kaffe", summary="Syng med.")
    html = client.get(activity.get_absolute_url()).content.decode()
    assert '<meta property="og:title" content="Kor &amp; kaffe">' in html
    assert '<meta property="og:description" content="Syng med.">' in html
    assert f'<meta property="og:url" content="https://indsatser.example{activity.get_absolute_url()}">' in html
    assert '<meta property="og:image" content="https://indsatser.example/static/icons/social.png">' in html
    assert html.count("<title>Kor &amp; kaffe – Indsatskataloget</title>") == 1
    for name in ("manifest", "apple-touch-icon", "alternate"):
        assert f'rel="{name}"' in html
