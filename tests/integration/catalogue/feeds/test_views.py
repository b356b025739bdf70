"""Calendars by address."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from catalogue.models import Activity
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    DateExceptionFactory,
    OrganisationFactory,
    ScheduleFactory,
    VenueFactory,
)

pytestmark = pytest.mark.django_db
KAFFE = "/indsatskatalog/relationelle/kaffe/"


@pytest.fixture
def kaffe() -> Activity:
    area = AreaFactory(name="Korsør", slug="korsoer")
    venue = VenueFactory(name="Huset", slug="huset", area=area)
    organisation = OrganisationFactory(name="Foreningen", slug="foreningen")
    activity = ActivityFactory(title="Kaffe", slug="kaffe", venue=venue, organisation=organisation)
    ScheduleFactory(activity=activity)
    DateExceptionFactory(activity=activity)
    return activity


def events(content: bytes) -> list[tuple[str, str]]:
    return [(str(event["SUMMARY"]), str(event["STATUS"])) for event in Calendar.from_ical(content).walk("VEVENT")]


def test_calendar_of_an_activity(client: Client, kaffe: Activity):
    response = client.get(f"{KAFFE}kalender.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="kaffe.ics"'
    assert response["Cache-Control"] == "no-cache"
    assert events(response.content) == [("Kaffe", "CONFIRMED"), ("Aflyst: Kaffe", "CANCELLED")]
    assert b"SOURCE;VALUE=URI:http://localhost:8000/indsatskatalog/relationelle/kaffe/kalender.ics" in (
        response.content.replace(b"\r\n ", b"")
    )


def test_calendar_of_one_date(client: Client, kaffe: Activity):
    response = client.get(f"{KAFFE}kalender/2026-11-30T1000.ics")
    assert response["Content-Disposition"] == 'inline; filename="kaffe-2026-11-30T1000.ics"'
    assert events(response.content) == [("Kaffe", "CONFIRMED")]


@pytest.mark.parametrize("owner", ["steder/huset", "arrangoerer/foreningen", "omraader/korsoer"])
def test_calendar_of_a_list_has_its_activities(client: Client, kaffe: Activity, owner: str):
    other = ActivityFactory(title="Te")
    ScheduleFactory(activity=other)
    response = client.get(f"/{owner}/kalender.ics")
    assert events(response.content) == [("Kaffe", "CONFIRMED"), ("Aflyst: Kaffe", "CANCELLED")]


def test_calendar_of_a_list_leaves_out_what_has_ended(client: Client, kaffe: Activity):
    Activity.objects.update(status="afsluttet")
    assert events(client.get("/steder/huset/kalender.ics").content) == []


def test_subscriber_of_an_ended_activity_sees_that_it_has_ended(client: Client, kaffe: Activity):
    Activity.objects.update(status="afsluttet")
    response = client.get(f"{KAFFE}kalender.ics")
    assert response.status_code == 200
    assert {status for _title, status in events(response.content)} == {"CANCELLED"}


@pytest.mark.parametrize("rest", ["kalender.ics", "kalender/2026-11-30T1000.ics"])
def test_old_address_leads_to_the_calendar_at_the_new_one(client: Client, kaffe: Activity, rest: str):
    kaffe.slug = "kaffe-og-kage"
    kaffe.save()
    response = client.get(f"{KAFFE}{rest}")
    assert (response.status_code, response["Location"]) == (301, f"/indsatskatalog/relationelle/kaffe-og-kage/{rest}")


def test_address_with_another_part_leads_to_the_right_one(client: Client, kaffe: Activity):
    response = client.get("/indsatskatalog/forebyggende/kaffe/kalender.ics")
    assert (response.status_code, response["Location"]) == (301, f"{KAFFE}kalender.ics")


@pytest.mark.parametrize(
    "address",
    [
        "/indsatskatalog/relationelle/te/kalender.ics",
        f"{KAFFE}kalender/2026-12-01T1000.ics",
        f"{KAFFE}kalender/2026-13-41T9999.ics",
        f"{KAFFE}kalender/0000-00-00T0000.ics",
        f"{KAFFE}kalender/9999-12-31T2359.ics",
        f"{KAFFE}kalender/0001-01-01T0000.ics",
        "/steder/intet/kalender.ics",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, kaffe: Activity, address: str):
    assert client.get(address).status_code == 404


def test_draft_has_no_calendar(client: Client, kaffe: Activity):
    Activity.objects.update(live=False)
    assert client.get(f"{KAFFE}kalender.ics").status_code == 404


def test_calendar_is_only_read(client: Client, kaffe: Activity):
    assert client.post(f"{KAFFE}kalender.ics").status_code == 405
    head = client.head(f"{KAFFE}kalender.ics")
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("address", [f"{KAFFE}kalender.ics", "/steder/huset/kalender.ics"])
def test_asking_again_costs_nothing_until_something_changes(client: Client, kaffe: Activity, address: str):
    first = client.get(address)
    for header in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(address, headers=header)
        assert (again.status_code, again.content) == (304, b"")
    DateExceptionFactory(activity=kaffe, original_date=date(2026, 12, 7))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
    Activity.objects.update(updated_at=timezone.now() + timedelta(minutes=1))
    assert client.get(address, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 200


def test_list_is_sent_again_when_an_activity_has_left_it(client: Client, kaffe: Activity):
    leaving = ActivityFactory(title="Te", venue=kaffe.venue)
    ScheduleFactory(activity=leaving)
    first = client.get("/steder/huset/kalender.ics")
    left = Activity.objects.filter(pk=leaving.pk)
    left.update(live=False, updated_at=timezone.now() + timedelta(minutes=1))
    again = client.get("/steder/huset/kalender.ics", headers={"If-Modified-Since": first["Last-Modified"]})
    assert again.status_code == 200
    assert ("Te", "CONFIRMED") not in events(again.content)


@pytest.mark.parametrize("size", [1, 5, 25])
def test_calendar_of_a_list_costs_the_same_queries_at_every_size(
    client: Client, kaffe: Activity, size: int, django_assert_max_num_queries
):
    for _ in range(size):
        ScheduleFactory(activity=ActivityFactory(venue=kaffe.venue, organisation=kaffe.organisation))
    client.get("/steder/huset/kalender.ics")
    with django_assert_max_num_queries(8):
        assert len(events(client.get("/steder/huset/kalender.ics").content)) == size + 2


def test_calendar_sets_no_cookie(client: Client, kaffe: Activity):
    assert not client.get(f"{KAFFE}kalender.ics").cookies


def test_page_of_an_activity_leads_to_each_date_that_takes_place(client):
    activity = ActivityFactory()
    ScheduleFactory(activity=activity)
    today = timezone.localdate()
    DateExceptionFactory(activity=activity, original_date=today + timedelta(days=7 - today.weekday()))
    dates = re.findall(r'href="([^"]+/kalender/[^"]+\.ics)"', client.get(activity.get_absolute_url()).content.decode())
    assert len(dates) == 7  # eight are shown, and one is cancelled
    for address in dates:
        assert client.get(address)["Content-Type"].startswith("text/calendar")
