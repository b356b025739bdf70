"""What the index is told of an activity's dates, and when that changes."""

from __future__ import annotations

import datetime

import pytest

from catalogue.choices import Status
from catalogue.models import Activity
from catalogue.recurrence import ZONE
from search.documents.activity_dates import dates_of, horizon
from tests.factories.catalogue import ActivityFactory, DateExceptionFactory, ScheduleFactory

pytestmark = pytest.mark.django_db

SUNDAY = datetime.datetime(2026, 11, 22, 12, tzinfo=ZONE)
ONE_DAY = datetime.timedelta(days=1)


def at(day: int, hour: int, month: int = 11) -> datetime.datetime:
    return datetime.datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.fixture
def weekly() -> Activity:
    """Mondays from 10 to 12."""
    return ScheduleFactory().activity


def test_next_date_is_the_one_that_is_not_over(weekly: Activity) -> None:
    assert dates_of(weekly, SUNDAY).next_start == at(23, 10).timestamp()
    assert dates_of(weekly, at(23, 11)).next_start == at(23, 10).timestamp()
    assert dates_of(weekly, at(23, 12)).next_start == at(30, 10).timestamp()


def test_dates_run_from_the_next_one_to_the_horizon(weekly: Activity) -> None:
    dates = dates_of(weekly, SUNDAY).dates
    assert dates[:3] == (20261123, 20261130, 20261207)
    assert dates[-1] == 20280131
    assert len(dates) == 63


def test_dates_change_only_when_one_is_over_or_a_month_begins(weekly: Activity) -> None:
    monday_evening, next_monday = dates_of(weekly, at(23, 13)), dates_of(weekly, at(30, 11))
    assert monday_evening == next_monday != dates_of(weekly, SUNDAY)
    assert dates_of(weekly, at(30, 13)) == dates_of(weekly, at(30, 23)) != dates_of(weekly, at(1, 0, month=12))


@pytest.mark.parametrize("now", [SUNDAY + number * ONE_DAY for number in range(0, 800, 7)])
def test_horizon_is_never_nearer_than_400_days(now: datetime.datetime) -> None:
    assert 400 <= (horizon(now) - now).days <= 460
    assert horizon(now).day == 1


def test_cancelled_date_is_none_and_moved_date_is_where_it_went(weekly: Activity) -> None:
    DateExceptionFactory(activity=weekly, original_date=datetime.date(2026, 11, 23))
    DateExceptionFactory(
        activity=weekly,
        original_date=datetime.date(2026, 11, 30),
        kind="flyttet",
        moved_to_date=datetime.date(2026, 12, 2),
    )
    dates = dates_of(weekly, SUNDAY)
    assert dates.next_start == at(2, 10, month=12).timestamp()
    assert dates.dates[:2] == (20261202, 20261207)


def test_weekdays_and_times_are_those_of_rules_that_go_on() -> None:
    activity = ActivityFactory()
    ScheduleFactory(activity=activity, rrule="FREQ=WEEKLY;BYDAY=MO,TH")
    ScheduleFactory(activity=activity, starts_at=datetime.time(19), rrule="FREQ=WEEKLY;BYDAY=SU;UNTIL=20261101T000000")
    ScheduleFactory(activity=activity, starts_at=datetime.time(13), starts_on=datetime.date(2026, 12, 5), rrule="")
    dates = dates_of(activity, SUNDAY)
    assert (dates.weekdays, dates.times) == (("man", "tor", "loer"), ("formiddag", "eftermiddag"))


def test_activity_on_pause_has_no_dates_but_its_weekdays(weekly: Activity) -> None:
    weekly.status = Status.PAUSED
    dates = dates_of(weekly, SUNDAY)
    assert (dates.next_start, dates.dates, dates.weekdays) == (None, (), ("man",))


def test_activity_without_a_schedule_has_nothing() -> None:
    dates = dates_of(ActivityFactory(), SUNDAY)
    assert (dates.next_start, dates.dates, dates.weekdays, dates.times) == (None, (), (), ())


def test_dates_without_exceptions_are_counted_as_those_with(weekly: Activity) -> None:
    plain = dates_of(weekly, SUNDAY)
    DateExceptionFactory(activity=weekly, original_date=datetime.date(2027, 6, 1))
    assert dates_of(Activity.objects.get(pk=weekly.pk), SUNDAY) == plain
