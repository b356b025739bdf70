"""School holidays: whose they are, and that all that tells of dates knows them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.roles import Role
from catalogue.feeds.series import series_of
from catalogue.models import Activity, HolidayCalendar, HolidaySpan
from catalogue.recurrence import ZONE, wall_clock
from catalogue.recurrence.activity import exceptions_of, occurrences_of, rules_of
from catalogue.recurrence.school_holidays import school_holidays
from search.documents.activity_dates import dates_of
from search.models import IndexChange
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    HolidayCalendarFactory,
    ResponsibilityFactory,
    ScheduleFactory,
    VenueFactory,
)
from tests.factories.desk import somebody

AUTUMN = [("Efterårsferie", "2026-10-12", "2026-10-16")]
BEFORE, AFTER = date(2026, 10, 6), date(2026, 10, 20)


@pytest.fixture
def kommune(db):
    return AreaFactory(name="Slagelse")


@pytest.fixture
def activity(kommune) -> Activity:
    """Tuesdays at 10, not in the school holidays."""
    venue = VenueFactory(area=AreaFactory(name="Korsør", parent=kommune))
    activity = ActivityFactory(venue=venue, areas=[])
    ScheduleFactory(
        activity=activity,
        starts_on=BEFORE,
        starts_at="10:00",
        minutes=60,
        rrule="FREQ=WEEKLY;COUNT=3",
        not_in=("skoleferier",),
    )
    return Activity.objects.get(pk=activity.pk)


def days(activity: Activity) -> list[date]:
    start, end = datetime(2026, 10, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE)
    return [wall_clock(found.start).date() for found in occurrences_of(activity, start=start, end=end)]


def test_without_a_calendar_nothing_is_left_out(activity):
    assert days(activity) == [BEFORE, date(2026, 10, 13), AFTER]


def test_the_holidays_of_the_kommune_are_left_out(activity, kommune):
    HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    assert days(activity) == [BEFORE, AFTER]


def test_the_holidays_of_another_kommune_are_not(activity):
    HolidayCalendarFactory(spans=AUTUMN)
    assert len(days(activity)) == 3


def test_without_a_place_the_areas_served_decide(activity, kommune):
    HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    activity.venue = None
    assert school_holidays(activity) == frozenset()
    activity.areas.set([kommune])
    assert date(2026, 10, 14) in school_holidays(activity)


def test_what_does_not_pause_is_not_touched(activity, kommune):
    HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    activity.schedules.update(not_in="")
    assert len(days(activity)) == 3


def test_calendar_feed_and_index_leave_the_same_days_out(activity, kommune):
    HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    rules = rules_of(activity)
    (series,) = series_of(rules, exceptions_of(activity, rules), known_at=datetime(2026, 10, 1))
    assert [start.date() for start in series.left_out] == [date(2026, 10, 13)]
    assert dates_of(activity, datetime(2026, 10, 1, tzinfo=ZONE)).dates == (20261006, 20261020)


def test_feed_names_public_holidays_that_are_left_out(activity):
    activity.schedules.update(rrule="FREQ=DAILY", not_in=",helligdage,")
    (series,) = series_of(rules_of(activity), (), known_at=datetime(2026, 10, 1))
    left_out = [start.date() for start in series.left_out]
    assert left_out[:3] == [date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)]
    assert left_out[-1].year in (2035, 2036)


def test_page_and_its_data_leave_the_holidays_out(activity, kommune, client: Client):
    HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    page = client.get(activity.get_absolute_url())
    data = page.content.decode().partition('<script type="application/ld+json"')[2]
    assert '"exceptDate"' in data
    assert "2026-10-13" in data.partition('"exceptDate"')[2][:60]


@pytest.mark.parametrize("change", ["add", "move", "delete", "rename"])
def test_a_changed_calendar_marks_what_pauses_for_the_index(activity, kommune, change):
    calendar = HolidayCalendarFactory(area=kommune, spans=AUTUMN)
    bystander = ScheduleFactory(activity=ActivityFactory(venue=activity.venue, areas=[])).activity
    IndexChange.objects.all().delete()
    span = calendar.spans.get()
    if change == "add":
        HolidaySpan.objects.create(calendar=calendar, name="Vinter", first_day="2027-02-15", last_day="2027-02-19")
    elif change == "move":
        span.last_day = "2026-10-18"
        span.save()
    elif change == "delete":
        calendar.delete()
    else:
        calendar.name = "Andet navn"
        calendar.save()
    marked = set(IndexChange.objects.values_list("uuid", flat=True))
    assert marked == (set() if change == "rename" else {activity.uuid})
    assert bystander.uuid not in marked


def test_a_local_editor_keeps_the_calendars_of_their_own_area(client: Client, kommune):
    other = AreaFactory(name="Herning")
    user = somebody(Role.LOCAL_EDITOR)
    ResponsibilityFactory(user=user, area=kommune)
    client.force_login(user)
    add = reverse("wagtailsnippets_catalogue_holidaycalendar:add")
    rows = {
        "spans-TOTAL_FORMS": 1,
        "spans-INITIAL_FORMS": 0,
        "spans-MIN_NUM_FORMS": 0,
        "spans-MAX_NUM_FORMS": 1000,
        "spans-0-name": "Efterårsferie",
        "spans-0-first_day": "2026-10-12",
        "spans-0-last_day": "2026-10-16",
        "spans-0-id": "",
        "spans-0-DELETE": "",
    }
    refused = client.post(add, {"name": "2026/27", "area": other.pk, **rows})
    assert "som du har ansvar for" in refused.content.decode()
    assert client.post(add, {"name": "2026/27", "area": kommune.pk, **rows}).status_code == 302
    assert HolidayCalendar.objects.get().spans.count() == 1
    theirs = HolidayCalendarFactory(area=other)
    edit = reverse("wagtailsnippets_catalogue_holidaycalendar:edit", args=[theirs.pk])
    assert client.post(edit, {"name": "Taget", "area": kommune.pk, **rows}).status_code == 302
    theirs.refresh_from_db()
    assert theirs.name != "Taget"


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [("2026-10-16", "2026-10-12", "ikke ligge før"), ("2026-10-12", "2027-10-12", "for langt")],
)
def test_a_holiday_that_cannot_be_is_refused(kommune, first, last, message):
    span = HolidaySpan(name="Ferie", first_day=date.fromisoformat(first), last_day=date.fromisoformat(last))
    with pytest.raises(ValidationError, match=message):
        span.clean()
