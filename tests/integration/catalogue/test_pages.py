import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalogue.choices import Status
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    DateExceptionFactory,
    OrganisationFactory,
    ScheduleFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    noon = datetime.datetime(2026, 11, 22, 11, 0, tzinfo=datetime.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_activity_page_first_screen_answers_everything(client):
    venue = VenueFactory(
        name="Kulturhuset", area__name="Korsør", transport="Bus 901 til døren.", stop_name="Havnen", stop_metres=300
    )
    activity = ActivityFactory(
        title="Koret på Kanten",
        venue=venue,
        price_text="20 kr. med kaffe",
        contact_name="Korleder",
        contact_phone="00 58 10 30",
        accessibility_answers={"koerestolsvenlig": True, "teleslynge": False},
    )
    ScheduleFactory(activity=activity, starts_at=datetime.time(14), rrule="FREQ=WEEKLY;BYDAY=TU")
    html = text(client.get(activity.get_absolute_url()))
    for words in (
        "Koret på Kanten</h1>",
        "Næste gang: tirsdag 24. november kl. 14",
        "Kulturhuset, Korsør",
        "20 kr. med kaffe",
        "Bare mød op",
        "Korleder",
        'href="tel:00581030"',
        "Plads til kørestol: <strong>ja</strong>",
        "Teleslynge: <strong>nej</strong>",
        "Ved vi ikke – spørg arrangøren",
        "Hvad sker der første gang?",
        "Kan nogen følge med?",
        "Hvordan kommer jeg derhen?",
        "openstreetmap.org/directions?to=",
        "Bus 901 til døren.",
        '300 meter fra stoppestedet <span lang="da">Havnen</span>. Det tager cirka 5 minutter at gå',
        "Sidst bekræftet 1. oktober",
    ):
        assert words in html


def test_activity_page_cancelled_date_is_struck_and_explained(client):
    activity = ActivityFactory()
    ScheduleFactory(activity=activity)
    DateExceptionFactory(activity=activity, reason="Frost i rørene.")
    html = text(client.get(activity.get_absolute_url()))
    assert "I morgen kl. 10-12</time></del> <strong>Aflyst: Frost i rørene.</strong>" in html


def test_activity_page_on_pause_says_so_first(client):
    activity = ActivityFactory(status=Status.PAUSED, status_note="Vi begynder igen i maj.")
    assert "Vi begynder igen i maj." in text(client.get(activity.get_absolute_url()))


def test_activity_page_typed_text_cannot_become_markup(client):
    nasty = "<script>alert(1)</script>"
    activity = ActivityFactory(title=nasty, summary=nasty, description=nasty, price_text=nasty, contact_name=nasty)
    html = client.get(activity.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_activity_page_says_who_confirmed_it_when_and_flags_what_is_old(client):
    fresh = ActivityFactory(verified_on=datetime.date(2026, 10, 1), verified_by="Frivilligkoordinator")
    old = ActivityFactory(verified_on=datetime.date(2025, 10, 1), organisation__name="Koret")
    never = ActivityFactory(verified_on=None)
    stale = "Det er længe siden, nogen har bekræftet det her."
    pages = [text(client.get(activity.get_absolute_url())) for activity in (fresh, old, never)]
    assert "Sidst bekræftet 1. oktober af Frivilligkoordinator" in pages[0]
    assert stale not in pages[0]
    assert "Sidst bekræftet 1. oktober 2025 af Koret" in pages[1]
    assert stale in pages[1]
    assert "Sidst bekræftet" not in pages[2]
    assert "Ingen har bekræftet det her endnu." in pages[2]


@pytest.mark.parametrize("make", [ActivityFactory, OrganisationFactory, VenueFactory])
def test_editors_see_the_page_before_it_is_published(client, make):
    thing = make()
    response = thing.make_preview_request(preview_mode="")
    assert response.status_code == 200
    assert f"{thing}</h1>" in text(response)


def test_organisation_page_lists_its_activities_running_ones_first(client):
    organisation = OrganisationFactory(website="https://koret.example")
    ActivityFactory(organisation=organisation, title="Alfa", status=Status.PAUSED)
    ActivityFactory(organisation=organisation, title="Beta")
    ActivityFactory(organisation=organisation, title="Gamma", status=Status.ENDED)
    ActivityFactory(title="En andens")
    html = text(client.get(organisation.get_absolute_url()))
    assert 0 < html.index("Beta") < html.index("Alfa")
    assert "Gamma" not in html
    assert "En andens" not in html
    assert "2 aktiviteter" in html
    assert "https://koret.example" in html


def test_venue_page_says_how_to_get_in_and_what_happens(client):
    venue = VenueFactory(accessibility={"trinfri_adgang": True})
    activity = ActivityFactory(venue=venue, title="Skak")
    ScheduleFactory(activity=activity)
    html = text(client.get(venue.get_absolute_url()))
    assert "Adgang uden trin: <strong>ja</strong>" in html
    assert "I morgen, mandag" in html and "Kl. 10-12" in html
    assert "Skak" in html


def test_area_page_includes_what_serves_its_parts_and_its_whole(client):
    kommune = AreaFactory(name="Kommunen")
    area = AreaFactory(name="Byen", parent=kommune)
    other = AreaFactory(name="Landet", parent=kommune)
    for name, served in (("I hele kommunen", kommune), ("I byen", area), ("På landet", other)):
        ActivityFactory(title=name, venue=None, areas=[served])
    html = text(client.get(area.get_absolute_url()))
    assert "I hele kommunen" in html
    assert "I byen" in html
    assert "På landet" not in html
    assert kommune.get_absolute_url() in html
    assert html.count(f'href="{area.get_absolute_url()}nyt.atom"') == 2
    assert area.get_absolute_url() in text(client.get(kommune.get_absolute_url()))


def test_empty_area_helps_on(client):
    assert "Der er ikke noget her lige nu." in text(client.get(AreaFactory().get_absolute_url()))


@pytest.mark.parametrize("size", [1, 5, 30])
def test_pages_ask_the_database_at_most_twelve_times(client, size):
    kommune = AreaFactory()
    area = AreaFactory(parent=kommune)
    AreaFactory(parent=area)
    organisation, venue = OrganisationFactory(), VenueFactory(area=area)
    for number in range(size):
        activity = ActivityFactory(
            organisation=organisation, venue=venue, interests=["kor", f"i{number}"], target_groups=["ældre"]
        )
        ScheduleFactory(activity=activity)
        DateExceptionFactory(activity=activity)
    ended = ActivityFactory(organisation=organisation, venue=venue, status=Status.ENDED, interests=["kor"])
    client.get(ended.get_absolute_url())  # content types and the site are looked up once and remembered
    for thing in (activity, ended, organisation, venue, area, kommune):
        with CaptureQueriesContext(connection) as queries:
            client.get(thing.get_absolute_url())
        assert len(queries) <= MOST_QUERIES, "\n".join(query["sql"][:120] for query in queries)


def test_anonymous_visitors_get_no_cookies(client):
    activity = ActivityFactory()
    for thing in (activity, activity.organisation, activity.venue, activity.venue.area):
        response = client.get(thing.get_absolute_url())
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
