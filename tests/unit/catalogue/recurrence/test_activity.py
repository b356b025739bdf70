"""Rows of an activity turned into dates; nothing here is saved, as in a preview."""

import logging
from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from catalogue.models import Activity, DateException, Schedule
from catalogue.recurrence import ZONE
from catalogue.recurrence.activity import (
    next_occurrence_of,
    occurrences_of,
    rules_of,
    times_of_day_of,
    upcoming,
    weekdays_of,
)

NOW = datetime(2026, 11, 22, 12, tzinfo=ZONE)


def monday(**changes) -> Schedule:
    values = {"starts_on": date(2026, 9, 7), "starts_at": time(10), "minutes": 120, "rrule": "FREQ=WEEKLY"}
    return Schedule(**(values | changes))


def activity(*schedules: Schedule, exceptions=(), status="aktiv") -> Activity:
    made = Activity(title="Kaffe", status=status)
    made.schedules = list(schedules)
    made.date_exceptions = list(exceptions)
    return made


def test_next_occurrence_of_an_activity():
    found = next_occurrence_of(activity(monday()), after=NOW)
    assert found is not None and found.start == datetime(2026, 11, 23, 10, tzinfo=ZONE)


def test_exdates_are_left_out():
    found = next_occurrence_of(activity(monday(exdates=(date(2026, 11, 23),))), after=NOW)
    assert found is not None and found.start.date() == date(2026, 11, 30)


@pytest.mark.parametrize("status", ["pause", "afsluttet"])
def test_activity_that_does_not_run_has_no_dates(status):
    made = activity(monday(), status=status)
    assert next_occurrence_of(made, after=NOW) is None
    assert upcoming(made, after=NOW) == []


def test_exception_without_a_time_stands_for_every_start_of_the_day():
    cancelled = DateException(original_date=date(2026, 11, 23), kind="aflyst", reason="Frost")
    made = activity(monday(), monday(starts_at=time(14)), exceptions=[cancelled])
    found = upcoming(made, after=NOW, limit=3)
    assert [(o.start.day, o.start.hour, o.status, o.reason) for o in found] == [
        (23, 10, "cancelled", "Frost"),
        (23, 14, "cancelled", "Frost"),
        (30, 10, "planned", ""),
    ]


def test_exception_with_a_time_stands_for_that_start_alone():
    cancelled = DateException(original_date=date(2026, 11, 23), original_time=time(14), kind="aflyst")
    made = activity(monday(), monday(starts_at=time(14)), exceptions=[cancelled])
    assert [o.status for o in upcoming(made, after=NOW, limit=2)] == ["planned", "cancelled"]


def test_moved_date_keeps_its_time_unless_given_another():
    moved = DateException(original_date=date(2026, 11, 23), kind="flyttet", moved_to_date=date(2026, 11, 24))
    (found,) = occurrences_of(
        activity(monday(), exceptions=[moved]), start=NOW, end=datetime(2026, 11, 29, tzinfo=ZONE)
    )
    assert (found.status, found.start) == ("moved", datetime(2026, 11, 24, 10, tzinfo=ZONE))

    moved.moved_to_time, moved.minutes = time(18, 30), 45
    (found,) = occurrences_of(
        activity(monday(), exceptions=[moved]), start=NOW, end=datetime(2026, 11, 29, tzinfo=ZONE)
    )
    assert (found.start, found.minutes) == (datetime(2026, 11, 24, 18, 30, tzinfo=ZONE), 45)


def test_rule_that_cannot_be_read_is_logged_and_left_out(caplog):
    made = activity(monday(rrule="FREQ=SECONDLY"), monday())
    with caplog.at_level(logging.ERROR):
        assert len(rules_of(made)) == 1
    assert "FREQ=SECONDLY" in caplog.text


def test_weekdays_and_times_of_day_of_an_activity():
    made = activity(monday(), monday(rrule="FREQ=WEEKLY;BYDAY=TH", starts_at=time(19)))
    assert weekdays_of(made) == {0, 3}
    assert times_of_day_of(made) == {"formiddag", "aften"}


@pytest.mark.parametrize("rrule", ["FREQ=SECONDLY", "FREQ=WEEKLY;UNTIL=20200101", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"])
def test_schedule_that_gives_no_dates_is_refused_in_the_editors_form(rrule):
    with pytest.raises(ValidationError) as caught:
        monday(rrule=rrule).clean()
    assert "rrule" in caught.value.message_dict


def test_moved_date_without_a_date_is_refused_in_the_editors_form():
    with pytest.raises(ValidationError) as caught:
        DateException(original_date=date(2026, 11, 23), kind="flyttet").clean()
    assert "moved_to_date" in caught.value.message_dict


def test_cancelled_date_with_a_new_date_is_refused_in_the_editors_form():
    with pytest.raises(ValidationError) as caught:
        DateException(original_date=date(2026, 11, 23), kind="aflyst", moved_to_date=date(2026, 11, 24)).clean()
    assert "moved_to_date" in caught.value.message_dict
