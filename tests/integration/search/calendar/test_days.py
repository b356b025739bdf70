"""The calendar: by day, narrowed as a search, cancelled dates shown, few queries."""

from __future__ import annotations

import datetime
import re
from html import unescape

import pytest
from django.utils import timezone

from tests.factories.catalogue import ActivityFactory, AreaFactory, DateExceptionFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db
CALENDAR = "/kalender/"


@pytest.fixture
def tomorrow() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=1)


@pytest.fixture
def catalogue(reindex, tomorrow):
    """A choir in Korsør and a meal in Vemmelev, both daily from tomorrow; the meal is cancelled the first time."""
    for title, town in (("Kor", "korsoer"), ("Middag", "vemmelev")):
        venue = VenueFactory(name=f"Huset i {town}", area=AreaFactory(slug=town, name=town.capitalize()))
        activity = ActivityFactory(title=title, slug=title.lower(), venue=venue, interests=[title.lower()])
        ScheduleFactory(activity=activity, starts_on=tomorrow, rrule="FREQ=DAILY")
        if title == "Middag":
            DateExceptionFactory(activity=activity, original_date=tomorrow, reason="Kokken er syg.")
    once = ActivityFactory(title="Foredrag", slug="foredrag", venue=venue)
    ScheduleFactory(activity=once, starts_on=tomorrow, rrule="")
    DateExceptionFactory(activity=once, original_date=tomorrow, reason="Salen er optaget.")
    reindex()


def words(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode().partition("<main")[2])).split())


def test_a_day_with_what_happens_and_what_is_cancelled_and_why(client, catalogue, tomorrow):
    response = client.get(CALENDAR, {"vis": "dag", "dato": tomorrow.isoformat()})
    html, text = response.content.decode(), words(response)
    assert "I morgen, " in text
    assert "Kl. 10-12 Kor Huset i korsoer" in text
    assert "Aflyst: Kokken er syg." in text
    # What has no other date is not lost because the index holds only dates that take place.
    assert "Aflyst: Salen er optaget." in text
    assert html.count("<del>") == 2
    assert "1 ting at tage til" in text


def test_narrowed_by_place_and_as_a_search(client, catalogue, tomorrow):
    day = {"vis": "dag", "dato": tomorrow.isoformat()}
    assert "Kor " in words(client.get(CALENDAR, {**day, "omraade": "korsoer"}))
    assert "Middag" not in words(client.get(CALENDAR, {**day, "omraade": "korsoer"}))
    found = client.get(CALENDAR, {**day, "interesse": "middag"})
    assert "Kokken er syg" in words(found) and "Salen er optaget" not in words(found)
    assert 'name="interesse" value="middag"' in found.content.decode()
    assert "middag – fjern" in words(found)


def test_today_is_empty_with_ways_on(client, catalogue):
    response = client.get(CALENDAR, {"vis": "dag", "omraade": "korsoer"})
    assert "Her er kalenderen tom" in words(response)
    for way in ("Næste dag", "Vis alt, der sker", "Svar på fem spørgsmål"):
        assert way in words(response)


def test_a_month_names_every_day_and_leaves_the_rest_to_the_day(client, catalogue, reindex, tomorrow):
    following = (tomorrow.replace(day=1) + datetime.timedelta(days=40)).replace(day=1)
    for number in range(3):
        activity = ActivityFactory(title=f"Kaffe {number}")
        ScheduleFactory(activity=activity, starts_on=following, rrule="FREQ=DAILY;COUNT=1")
    reindex()
    response = client.get(CALENDAR, {"vis": "maaned", "dato": following.isoformat()})
    html = response.content.decode()
    assert len(re.findall(r'<li class="weekday-\d', html)) in (28, 29, 30, 31)
    assert "og 2 mere" in words(response)
    assert f"vis=dag&amp;dato={following.isoformat()}" in html


@pytest.mark.parametrize("value", ["", "\x00", "9999-99-99", "0001-01-01", "💬", "a" * 3000])
def test_nonsense_is_answered(client, catalogue, value):
    for name in ("vis", "dato", "omraade", "fra"):
        assert client.get(CALENDAR, {name: value}).status_code == 200


def test_few_queries_at_any_size(client, catalogue, reindex, tomorrow, django_assert_max_num_queries):
    client.get(CALENDAR)
    for size in (0, 20):
        for _ in range(size):
            ScheduleFactory(starts_on=tomorrow, rrule="FREQ=DAILY")
        reindex()
        client.get(CALENDAR)
        for view in ("dag", "uge", "maaned"):
            with django_assert_max_num_queries(12):
                client.get(CALENDAR, {"vis": view})
