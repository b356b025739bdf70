"""What an activity lacks, told to whoever writes it and asked of the database."""

from __future__ import annotations

from typing import Any

import pytest

from catalogue.choices import Delivery, SignUp
from catalogue.completeness import MUST, SHOULD, advice, completeness
from catalogue.models import Activity
from catalogue.queries.holes import LACKS, lacking, with_holes
from images.models import CustomImage
from tests.factories.catalogue import ActivityFactory, AreaFactory, InterestFactory, ScheduleFactory, VenueFactory

WHOLE = {
    "first_visit": "Lone tager imod.",
    "interests": ["gåture"],
    "accessibility_answers": {"trinfri_adgang": True},
}
# What to change of a whole entry for it to lack each thing.
WITHOUT: dict[str, dict[str, Any]] = {
    "description": {"description": " \n"},
    "first_visit": {"first_visit": ""},
    "venue": {"venue": None},
    "interests": {"interests": []},
    "price_dkk": {"price_dkk": None, "price_text": " "},
    "contact_name": {"contact_name": ""},
    "accessibility_answers": {"accessibility_answers": {}},
    "image": {"image": None},
    "verified_on": {"verified_on": None},
}


def picture() -> CustomImage:
    return CustomImage.objects.create(title="Tur", description="To går.", file="tur.png", width=4, height=3)


def whole(**changes: Any) -> Activity:
    values = {**WHOLE, "areas": [AreaFactory()], "image": picture(), **changes}
    activity = ActivityFactory(**values)
    ScheduleFactory(activity=activity)
    return Activity.objects.get(pk=activity.pk)


def fields(activity: Activity) -> list[str]:
    return [hole.field for hole in completeness(activity).holes]


def test_whole_entry_is_complete(db):
    found = completeness(whole())
    assert (found.percent, found.holes, found.must) == (100, (), 0)


def test_new_entry_lacks_all_that_must_be_there_first(db):
    found = completeness(Activity(status="aktiv"))
    assert [hole.field for hole in found.holes][: len(MUST)] == [point.field for point in MUST]
    assert [hole.must for hole in found.holes] == sorted((hole.must for hole in found.holes), reverse=True)
    assert found.must == len(MUST) + 2
    # A place is asked for only when one turns up somewhere.
    assert found.percent == 100 // found.asked


@pytest.mark.parametrize("field", WITHOUT)
def test_each_hole_is_found_in_the_form_and_by_the_database(db, field):
    complete, holed = whole(), whole(**WITHOUT[field])
    assert fields(holed) == [field]
    assert list(lacking(Activity.objects.all(), field)) == [holed]
    assert [(entry, entry.holes) for entry in with_holes(Activity.objects.all())] == [(holed, 1)]
    assert complete.pk != holed.pk


def test_the_database_is_asked_for_all_that_the_form_asks_for():
    assert list(LACKS) == [point.field for point in SHOULD] == list(WITHOUT)


def test_answers_of_the_place_are_answers(db):
    venue = VenueFactory(accessibility={"elevator": False})
    activity = whole(venue=venue, accessibility_answers={})
    assert fields(activity) == []
    assert not with_holes(Activity.objects.all()).exists()


def test_no_place_is_asked_for_when_nobody_turns_up(db):
    assert fields(whole(venue=None, delivery=(Delivery.BY_PHONE.value,))) == []


def test_who_refers_is_asked_for_when_somebody_must(db):
    activity = whole(signup=SignUp.REFERRAL, referrers=())
    hole = completeness(activity).holes[0]
    assert (hole.field, hole.must) == ("referrers", True)


def test_some_holes_are_counted_together(db):
    entry = whole(image=None, verified_on=None)
    assert with_holes(Activity.objects.all()).get().holes == 2 == len(fields(entry))


def test_advice_names_what_lacks_and_what_is_hard_to_read(db):
    sentence = "Foreningens frivillige medarbejdere afholder kontinuerligt aktivitetsdage " + "og så videre " * 7
    activity = whole(description=sentence.strip(), image=None, verified_on=None)
    first, others, reading = advice(activity)
    assert "sidst bekræftede" in first
    assert "»Billede«" in others
    assert "Beskrivelse: lix er" in reading
    assert "Del for eksempel »Foreningens" in reading


def test_no_advice_for_what_is_whole_and_easy(db):
    assert advice(whole()) == []


def test_interests_in_memory_count(db):
    activity = whole(interests=[])
    activity.interests.set([InterestFactory(name="sang")])
    assert fields(activity) == []
