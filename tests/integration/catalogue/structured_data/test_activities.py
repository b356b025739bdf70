"""Activities in schema.org's words, held against schema.org's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from catalogue.models import Activity
from catalogue.recurrence import ZONE
from catalogue.structured_data.activities import thing_of_activity
from catalogue.structured_data.crumbs import breadcrumbs
from catalogue.structured_data.organisations import organisation_thing
from catalogue.structured_data.places import area_thing, place_thing
from tests.conftest import missing
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    DateExceptionFactory,
    OrganisationFactory,
    ScheduleFactory,
    VenueFactory,
)
from tests.oracles import schema_org

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)
ADDRESS = "http://localhost:8000/indsatskatalog/relationelle/kaffe/"


@pytest.fixture
def kaffe() -> Activity:
    """With a value in every field."""
    area = AreaFactory(name="Korsør", slug="korsoer")
    venue = VenueFactory(name="Huset", slug="huset", area=area, accessibility={"elevator": True, "teleslynge": False})
    activity = ActivityFactory(
        title="Kaffe </script>",
        slug="kaffe",
        venue=venue,
        organisation=OrganisationFactory(name="Foreningen", slug="foreningen", website="https://forening.example/"),
        price_dkk=Decimal("25"),
        price_text="25 kr. med kaffe",
        age_min=60,
        capacity=12,
        places_left=3,
        contact_email="kaffe@forening.example",
        interests=["kaffe", "samtale"],
        target_groups=["ældre"],
        accessibility_answers={"elevator": False, "foelgeskab": True},
    )
    ScheduleFactory(activity=activity, exdates=(date(2026, 10, 12),))
    return activity


def of(activity: Activity) -> dict[str, Any]:
    found = thing_of_activity(Activity.objects.for_page().get(pk=activity.pk), NOW)
    assert found is not None
    return found


def test_what_repeats_is_a_series_with_its_schedule_and_coming_dates(kaffe: Activity):
    found = of(kaffe)
    assert (found["@type"], found["url"]) == ("EventSeries", ADDRESS)
    assert found["startDate"] == "2026-09-07T10:00:00+02:00"
    (schedule,) = found["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["exceptDate"]) == ("P1W", ["2026-10-12"])
    assert [date["startDate"] for date in found["subEvent"][:2]] == [
        "2026-11-23T10:00:00+01:00",
        "2026-11-30T10:00:00+01:00",
    ]


def test_cancelled_and_moved_dates_say_so(kaffe: Activity):
    DateExceptionFactory(activity=kaffe)
    DateExceptionFactory(
        activity=kaffe,
        original_date=date(2026, 11, 30),
        kind="flyttet",
        moved_to_date=date(2026, 12, 2),
        moved_to_time=time(14),
    )
    cancelled, moved, planned = of(kaffe)["subEvent"][:3]
    assert (cancelled["eventStatus"], cancelled["description"]) == (
        "https://schema.org/EventCancelled",
        "Huset er lukket.",
    )
    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert moved["previousStartDate"] == "2026-11-30T10:00:00+01:00"
    assert moved["startDate"] == "2026-12-02T14:00:00+01:00"
    assert planned["eventStatus"] == "https://schema.org/EventScheduled"


def test_place_has_address_position_and_known_accessibility(kaffe: Activity):
    (place,) = of(kaffe)["location"]
    assert place["address"]["streetAddress"] == "Gaden 1"
    assert place["address"]["addressLocality"] == "Korsør"
    assert (place["geo"]["latitude"], place["geo"]["longitude"]) == (55.33, 11.14)
    answers = {feature["name"]: feature["value"] for feature in place["amenityFeature"]}
    # The activity's own answer wins; what is not of the place is not told of the place.
    assert answers == {"Elevator": False, "Teleslynge": False}


def test_price_ages_and_places(kaffe: Activity):
    found = of(kaffe)
    assert (found["offers"]["price"], found["offers"]["priceCurrency"]) == ("25.00", "DKK")
    assert found["offers"]["availability"] == "https://schema.org/InStock"
    assert found["isAccessibleForFree"] is False
    assert (found["typicalAgeRange"], found["audience"]["suggestedMinAge"]) == ("60-", 60)
    assert (found["maximumAttendeeCapacity"], found["remainingAttendeeCapacity"]) == (12, 3)


def test_full_activity_is_sold_out_and_unknown_price_is_no_offer(kaffe: Activity):
    kaffe.places_left = 0
    kaffe.save()
    assert of(kaffe)["offers"]["availability"] == "https://schema.org/SoldOut"
    kaffe.price_dkk = None
    kaffe.save()
    assert not {"offers", "isAccessibleForFree"} & of(kaffe).keys()


def test_single_date_is_an_event_also_when_moved(kaffe: Activity):
    kaffe.schedules.all().delete()
    ScheduleFactory(activity=kaffe, starts_on=date(2026, 12, 24), rrule="", minutes=90)
    found = of(kaffe)
    assert (found["@type"], found["startDate"]) == ("Event", "2026-12-24T10:00:00+01:00")
    assert found["endDate"] == "2026-12-24T11:30:00+01:00"
    DateExceptionFactory(
        activity=kaffe, original_date=date(2026, 12, 24), kind="flyttet", moved_to_date=date(2026, 12, 23)
    )
    found = of(kaffe)
    assert (found["startDate"], found["previousStartDate"]) == (
        "2026-12-23T10:00:00+01:00",
        "2026-12-24T10:00:00+01:00",
    )


def test_what_has_no_dates_is_a_service():
    area = AreaFactory(name="Korsør")
    found = of(ActivityFactory(venue=None, areas=[area], delivery=("telefon",), character="stoette"))
    assert (found["@type"], found["serviceType"]) == ("Service", "Støtte")
    assert [area["name"] for area in found["areaServed"]] == ["Korsør"]
    assert "location" not in found


@pytest.mark.parametrize(
    ("delivery", "mode", "kinds"),
    [
        (("fremmoede",), "OfflineEventAttendanceMode", ["Place"]),
        (("online",), "OnlineEventAttendanceMode", ["Place", "VirtualLocation"]),
        (("fremmoede", "online"), "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_way_of_taking_part(kaffe: Activity, delivery, mode, kinds):
    kaffe.delivery = delivery
    kaffe.save()
    found = of(kaffe)
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}"
    assert [location["@type"] for location in found["location"]] == kinds


def test_paused_activity_is_postponed_and_ended_one_is_not_told(kaffe: Activity):
    kaffe.status = "pause"
    kaffe.save()
    assert of(kaffe)["eventStatus"] == "https://schema.org/EventPostponed"
    kaffe.status = "afsluttet"
    assert thing_of_activity(kaffe, NOW) is None


def everything(kaffe: Activity) -> Iterator[dict[str, Any]]:
    """One thing of each kind that pages hold."""
    DateExceptionFactory(activity=kaffe)
    yield of(kaffe)
    single = ActivityFactory(title="Fest", age_max=25, delivery=("fremmoede", "telefon"))
    ScheduleFactory(activity=single, rrule="", starts_on=date(2026, 12, 24))
    yield of(single)
    yield of(ActivityFactory(venue=None, areas=[AreaFactory()], delivery=("hjemme",)))
    at_home = ActivityFactory(venue=None, areas=[AreaFactory()], delivery=("hjemme",))
    ScheduleFactory(activity=at_home, rrule="FREQ=MONTHLY;BYDAY=2MO;COUNT=5")
    yield of(at_home)
    yield place_thing(kaffe.venue)
    yield area_thing(kaffe.venue.area)
    yield organisation_thing(kaffe.organisation)
    yield breadcrumbs([("Alle aktiviteter", "/indsatskatalog/")], kaffe.title, kaffe.get_absolute_url())


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    if not schema_org.is_installed():
        missing("browser", "schema-dts and typescript are not installed: make frontend")
    return tmp_path


@pytest.mark.once
def test_vocabulary_knows_everything_that_is_said(kaffe: Activity, vocabulary: Path):
    assert schema_org.complaints(everything(kaffe), vocabulary) == []


@pytest.mark.once
@pytest.mark.parametrize(
    "mistake",
    [
        {"startdate": "2026-12-24"},
        {"organizer": {"@type": "PostalAddress", "postalCode": "4220"}},
        {"eventStatus": "https://schema.org/Cancelled"},
        {"location": {"@type": "Place", "name": "Huset", "price": "25"}},
    ],
)
def test_vocabulary_refuses_mistakes(kaffe: Activity, vocabulary: Path, mistake):
    assert len(schema_org.complaints([of(kaffe) | mistake], vocabulary)) == 1


DATE_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+]0[12]:00")
FORMATS = {
    ("Event", "startDate"): DATE_TIME,
    ("Event", "endDate"): DATE_TIME,
    ("Event", "previousStartDate"): DATE_TIME,
    ("EventSeries", "startDate"): DATE_TIME,
    ("EventSeries", "endDate"): DATE_TIME,
    ("Schedule", "startDate"): re.compile(r"\d{4}-\d\d-\d\d"),
    ("Schedule", "endDate"): re.compile(r"\d{4}-\d\d-\d\d"),
    ("Schedule", "startTime"): re.compile(r"\d\d:\d\d:\d\d"),
    ("Schedule", "endTime"): re.compile(r"\d\d:\d\d:\d\d"),
    ("Schedule", "duration"): re.compile(r"PT(\d+H)?(\d+M)?"),
    ("Schedule", "repeatFrequency"): re.compile(r"P\d+[DWMY]"),
}


def _values(thing: Any) -> Iterator[tuple[str, str, Any]]:
    for item in thing if isinstance(thing, list) else [thing]:
        if isinstance(item, dict):
            for name, value in item.items():
                yield item["@type"], name, value
                yield from _values(value)


def test_dates_and_times_are_written_as_iso_8601(kaffe: Activity):
    said = [
        (FORMATS[kind, name], value)
        for thing in everything(kaffe)
        for kind, name, value in _values(thing)
        if (kind, name) in FORMATS
    ]
    assert len(said) > 30
    assert [value for pattern, value in said if not pattern.fullmatch(value)] == []


def test_things_cost_no_queries_beyond_those_of_the_page(kaffe: Activity, django_assert_num_queries):
    activity = Activity.objects.for_page().get(pk=kaffe.pk)
    activity.schedules.all(), activity.interests.all()
    with django_assert_num_queries(0):
        thing_of_activity(activity, datetime.now(UTC))


def test_breadcrumbs_lead_from_the_front_page_to_the_page():
    found = breadcrumbs([("Alle aktiviteter", "/indsatskatalog/")], "Kaffe", "/indsatskatalog/relationelle/kaffe/")
    assert [(item["position"], item["name"], item["item"]) for item in found["itemListElement"]] == [
        (1, "Forside", "http://localhost:8000/"),
        (2, "Alle aktiviteter", "http://localhost:8000/indsatskatalog/"),
        (3, "Kaffe", ADDRESS),
    ]
