"""What else there is, seen from one activity."""

import datetime

import pytest
from django.utils import timezone

from catalogue.choices import Delivery, Status
from search import related
from search.engines import EngineUnavailable, guarded
from search.related import related_to
from tests.factories.catalogue import ActivityFactory, AreaFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _engine_not_given_up(monkeypatch):
    monkeypatch.setattr(related, "_circuit", guarded.Circuit())


@pytest.fixture
def town():
    return AreaFactory(name="Byen")


def titles(activity) -> dict[str, list[str]]:
    return {group.name: [other.title for other in group.others] for group in related_to(activity)}


def tomorrow() -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=1)


def test_what_shares_most_comes_first_and_serves_the_same_people(reindex, town):
    choir = ActivityFactory(title="Kor", areas=[town], interests=["kor", "musik"], venue=None, age_min=60)
    ActivityFactory(title="Orkester", areas=[town], interests=["musik"], venue=None)
    ActivityFactory(title="Andet kor", areas=[town], interests=["kor", "musik"], venue=None)
    ActivityFactory(title="Kor langt væk", areas=[AreaFactory()], interests=["kor", "musik"], venue=None)
    ActivityFactory(title="Børnekor", areas=[town], interests=["kor", "musik"], venue=None, age_max=12)
    ActivityFactory(title="Skak", areas=[town], interests=["skak"], venue=None)
    ActivityFactory(title="Ophørt kor", areas=[town], interests=["kor"], venue=None, status=Status.ENDED)
    reindex()
    assert titles(choir) == {"like": ["Andet kor", "Orkester"]}


def test_what_is_for_others_is_no_proposal(reindex, town):
    choir = ActivityFactory(title="Seniorkor", areas=[town], interests=["sang", "musik"], target_groups=["ældre"])
    for title, groups in (
        ("Babysang", ["børnefamilier"]),
        ("Kor uden målgruppe", []),
        ("Kor for alle", ["Alle"]),
        ("Sang for to", ["ældre", "pårørende"]),
    ):
        ActivityFactory(title=title, areas=[town], interests=["sang", "musik"], target_groups=groups)
    reindex()
    first, *others = titles(choir)["like"]
    assert first == "Sang for to"
    assert sorted(others) == ["Kor for alle", "Kor uden målgruppe"]


def test_same_place_and_same_day_nearby(reindex, town):
    here = VenueFactory(area=town, latitude=55.30, longitude=11.10)
    near = VenueFactory(name="Biblioteket", area=town, latitude=55.31, longitude=11.10)
    far = VenueFactory(area=town, latitude=55.60, longitude=11.10)
    entry = ActivityFactory(title="Kaffe", venue=here, areas=[town])
    ActivityFactory(title="Brætspil", venue=here, areas=[town])
    for title, venue, day in (
        ("Nær samme dag", near, tomorrow()),
        ("Nær en anden dag", near, tomorrow() + datetime.timedelta(days=1)),
        ("Langt væk", far, tomorrow()),
    ):
        ScheduleFactory(activity=ActivityFactory(title=title, venue=venue, areas=[town]), starts_on=day, rrule="")
    ScheduleFactory(activity=entry, starts_on=tomorrow(), rrule="")
    reindex()
    assert titles(entry) == {"place": ["Brætspil"], "day": ["Nær samme dag"]}
    [_place, day] = related_to(entry)
    assert day.heading == "Samme dag i nærheden: i morgen"
    assert (day.others[0].place, day.others[0].away) == ("Biblioteket, Byen", "1,1 km væk")


def test_each_activity_is_named_once_and_three_in_a_group(reindex, town):
    venue = VenueFactory(area=town)
    entry, *_others = [
        ActivityFactory(title=f"Kor {number}", venue=venue, areas=[town], interests=["kor"]) for number in range(9)
    ]
    reindex()
    named = titles(entry)
    assert {name: len(group) for name, group in named.items()} == {"like": 3, "place": 3}
    assert len({title for group in named.values() for title in group} - {entry.title}) == 6


def test_what_comes_to_you_has_no_place(reindex, town):
    venue = VenueFactory(area=town)
    entry = ActivityFactory(venue=venue, areas=[town], delivery=[Delivery.BY_PHONE])
    ActivityFactory(venue=venue, areas=[town])
    reindex()
    assert titles(entry) == {}


def test_one_query_and_the_page_within_twelve(reindex, client, town, django_assert_max_num_queries):
    venue = VenueFactory(area=town)
    entry = ActivityFactory(venue=venue, areas=[town], interests=["kor"])
    ActivityFactory(title="Andet kor", venue=venue, areas=[town], interests=["kor"])
    ScheduleFactory(activity=entry)
    reindex()
    client.get(entry.get_absolute_url())
    with django_assert_max_num_queries(12):
        assert "Andet kor" in client.get(entry.get_absolute_url()).content.decode()
    loaded = type(entry).objects.for_page().get(pk=entry.pk)
    with django_assert_max_num_queries(1):
        related_to(loaded)


def test_engine_that_is_away_costs_the_page_nothing_else(reindex, client, town, monkeypatch):
    entry = ActivityFactory(areas=[town], interests=["kor"])
    reindex()

    def away(plan):
        raise EngineUnavailable("away")

    monkeypatch.setattr(related.get_engine(), "search", away)
    assert related_to(entry) == []
    assert client.get(entry.get_absolute_url()).status_code == 200
