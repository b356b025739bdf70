"""Activities as documents: what is in them, and what they cost."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from catalogue.choices import Status, VenueKind
from catalogue.models import Activity, Interest
from catalogue.recurrence import ZONE
from search.documents.activities import ACTIVITIES
from search.documents.document import IndexDocument
from search.documents.registry import all_documents, documents_of
from search.schema import FAR_FUTURE, NO_AGE_MAX, KeywordField, NumberField, TextField
from tests.factories.catalogue import ActivityFactory, AreaFactory, ScheduleFactory, VenueFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 22, 12, tzinfo=ZONE)


def document_of(activity: Activity) -> IndexDocument:
    (document,) = documents_of(ACTIVITIES, [activity.uuid], NOW)
    return document


def keywords(activity: Activity, field: KeywordField) -> set[str]:
    return set(document_of(activity).keywords.get(field, ()))


def test_areas_are_those_served_with_all_that_hold_them_and_all_inside() -> None:
    kommune = AreaFactory(slug="kommune")
    town, harbour = (AreaFactory(slug=slug, parent=kommune) for slug in ("by", "havn"))
    quarter = AreaFactory(slug="kvarter", parent=town)
    venue = VenueFactory(area=harbour)
    serves_town = ActivityFactory(areas=[town], venue=venue)
    assert keywords(serves_town, KeywordField.AREA) == {"by", "kommune"}
    assert keywords(serves_town, KeywordField.REACH) == {"by", "kommune", "kvarter", "havn"}
    assert keywords(serves_town, KeywordField.VENUE_AREA) == {"havn", "kommune"}
    everywhere = ActivityFactory(areas=[kommune], venue=None)
    assert keywords(everywhere, KeywordField.REACH) == {"by", "kommune", "kvarter", "havn"}
    assert keywords(everywhere, KeywordField.VENUE_AREA) == set()
    assert keywords(ActivityFactory(areas=[quarter], venue=None), KeywordField.REACH) == {"kvarter", "by", "kommune"}


def test_documents_are_in_danish_whoever_reads() -> None:
    activity = ActivityFactory(venue=VenueFactory(kind=VenueKind.LIBRARY))
    danish = document_of(activity)
    assert "bibliotek" in danish.text[TextField.PLACE]
    with translation.override("en"):
        assert document_of(activity) == danish


def test_what_comes_to_people_has_no_place() -> None:
    venue = VenueFactory()
    visits = ActivityFactory(venue=venue, delivery=("hjemme", "telefon"))
    assert document_of(visits).location is None
    assert keywords(visits, KeywordField.VENUE_AREA) == set()
    both = ActivityFactory(venue=venue, delivery=("hjemme", "fremmoede"))
    assert document_of(both).location == (55.33, 11.14)
    assert document_of(ActivityFactory(venue=VenueFactory(latitude=None, longitude=None))).location is None


def test_the_activitys_own_answer_wins_over_the_places() -> None:
    venue = VenueFactory(accessibility={"trinfri_adgang": True, "elevator": False, "teleslynge": True})
    activity = ActivityFactory(venue=venue, accessibility_answers={"teleslynge": False, "siddepladser": True})
    assert keywords(activity, KeywordField.ACCESS_YES) == {"trinfri_adgang", "siddepladser", "jeg-kan-ikke-staa-laenge"}
    assert keywords(activity, KeywordField.ACCESS_NO) == {"elevator", "teleslynge", "jeg-hoerer-daarligt"}


def test_absent_numbers_are_the_bounds_that_never_exclude() -> None:
    numbers = document_of(ActivityFactory(verified_on=None)).numbers
    assert numbers == {
        NumberField.AGE_MIN: (0,),
        NumberField.AGE_MAX: (NO_AGE_MAX,),
        NumberField.NEXT_START: (FAR_FUTURE,),
        NumberField.DATE: (),
        NumberField.VERIFIED: (0,),
    }


def test_own_values_are_keywords_and_numbers() -> None:
    activity = ActivityFactory(
        interests=["motion"],
        target_groups=["mænd"],
        price_dkk=Decimal(75),
        referrers=("laege",),
        languages=("da", "ar"),
        age_min=18,
        age_max=30,
    )
    document = document_of(activity)
    expected = {
        KeywordField.KIND: ("activity",),
        KeywordField.TYPE: (activity.type,),
        KeywordField.CHARACTER: (activity.character,),
        KeywordField.INTEREST: ("motion",),
        KeywordField.TARGET_GROUP: ("maend",),
        KeywordField.PRICE: ("over-50",),
        KeywordField.REFERRER: ("laege",),
        KeywordField.LANGUAGE: ("ar", "da"),
        KeywordField.SIGNUP: ("ingen",),
        KeywordField.STATUS: ("aktiv",),
        KeywordField.ORGANISATION: (activity.organisation.slug,),
        KeywordField.VENUE: (activity.venue.slug,),
        KeywordField.DELIVERY: ("fremmoede",),
    }
    assert {field: document.keywords[field] for field in expected} == expected
    assert document.id == f"activity:{activity.uuid}"
    assert document.numbers[NumberField.AGE_MIN] == (18,)
    assert document.numbers[NumberField.AGE_MAX] == (30,)
    assert document.numbers[NumberField.VERIFIED] == (20261001,)


def test_whoever_may_come_of_their_own_accord_may_be_told_by_anybody() -> None:
    everybody = {"selv", "paaroerende", "laege", "kommune", "alle"}
    assert keywords(ActivityFactory(referrers=("selv",)), KeywordField.REFERRER) == everybody
    assert keywords(ActivityFactory(referrers=("alle",)), KeywordField.REFERRER) == everybody
    assert keywords(ActivityFactory(referrers=("laege", "kommune")), KeywordField.REFERRER) == {"laege", "kommune"}


def test_texts_are_analysed() -> None:
    activity = ActivityFactory(title="Strikkeklubben", interests=["håndarbejde"])
    Interest.objects.update(synonyms="broderi\nkniplinger")
    text = document_of(activity).text
    assert "~strik" in text[TextField.TITLE].split()
    assert {"broderi", "knipling"} <= set(text[TextField.TAGS].split())


@pytest.mark.parametrize(
    "values",
    [{"live": False}, {"status": Status.ENDED}, {"expire_at": NOW - datetime.timedelta(minutes=1)}],
    ids=["draft", "ended", "expired"],
)
def test_what_citizens_may_not_find_has_no_document(values: dict) -> None:
    activity = ActivityFactory(**values)
    assert list(documents_of(ACTIVITIES, [activity.uuid], NOW)) == []
    assert list(all_documents(NOW)) == []


@pytest.mark.parametrize(
    "values", [{"status": Status.PAUSED}, {"expire_at": NOW + datetime.timedelta(minutes=1)}], ids=["paused", "expires"]
)
def test_what_citizens_may_find_has_a_document(values: dict) -> None:
    ActivityFactory(**values)
    assert len(list(all_documents(NOW))) == 1


def test_documents_cost_the_same_number_of_queries_at_any_number() -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert len(list(all_documents(NOW))) == Activity.objects.count()
        return len(captured)

    costs = []
    for count in (1, 2, 7):
        for _ in range(count):
            activity = ActivityFactory(
                interests=["motion", "sang"], target_groups=["alle"], accessibility_answers={"elevator": True}
            )
            ScheduleFactory(activity=activity)
        costs.append(queries())
    assert costs[0] == costs[1] == costs[2] <= 14


def test_batches_hold_every_document_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.documents.registry.BATCH", 2)
    activities = [ActivityFactory() for _ in range(5)]
    everything = list(all_documents(NOW))
    assert {one.id for one in everything} == {f"activity:{one.uuid}" for one in activities}
    assert len(everything) == 5
    assert list(documents_of(ACTIVITIES, [one.uuid for one in activities], NOW)) == everything
