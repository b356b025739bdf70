"""A calendar file read back gives the dates that the catalogue computes, whatever the rules and exceptions."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from catalogue.feeds.calendar import Feed, calendar_of
from catalogue.models import Activity
from catalogue.recurrence import ZONE
from catalogue.recurrence.activity import occurrences_of
from tests.oracles.calendars import expected, seen_in

from .making import RARE, REPEATS, activity, exceptions, schedules

FEED = Feed("Kaffe", "Kom og drik kaffe.", "https://portal.example/", "https://portal.example/kalender.ics")
# Three changes of clocks, and a year after every beginning.
WINDOW = {"start": datetime(2025, 12, 1, tzinfo=ZONE), "end": datetime(2028, 1, 1, tzinfo=ZONE)}


@st.composite
def activities(draw: st.DrawFn, repeats: st.SearchStrategy[str] = REPEATS) -> Activity:
    """An activity with up to three rules and some of their dates cancelled or moved."""
    made = activity(draw(st.lists(schedules(repeats), min_size=1, max_size=3)))
    days: list[date] = sorted({one.original_start.date() for one in occurrences_of(made, **WINDOW, limit=60)})
    drawn = draw(st.lists(exceptions(days), max_size=5, unique_by=lambda one: (one.original_date, one.original_time)))
    made.date_exceptions = drawn
    return made


@given(activities())
def test_calendar_read_back_gives_the_dates_of_the_catalogue(made: Activity):
    assert seen_in(calendar_of(FEED, [made]), **WINDOW) == expected(occurrences_of(made, **WINDOW))


@settings(max_examples=60)
@given(activities(RARE))
def test_rare_rules_read_back_give_the_dates_of_the_catalogue(made: Activity):
    assert seen_in(calendar_of(FEED, [made]), **WINDOW) == expected(occurrences_of(made, **WINDOW))


@settings(max_examples=30)
@given(activities())
def test_paused_activity_has_the_same_dates_all_cancelled(made: Activity):
    running = seen_in(calendar_of(FEED, [made]), **WINDOW)
    made.status = "pause"
    paused = seen_in(calendar_of(FEED, [made]), **WINDOW)
    assert paused == sorted(one._replace(cancelled=True) for one in running)


@settings(max_examples=30)
@given(activities(), st.integers(0, 400))
def test_same_data_give_the_same_bytes(made: Activity, days: int):
    twin = activity(made.schedules.all(), made.date_exceptions.all())
    twin.updated_at = made.updated_at
    assert calendar_of(FEED, [made]) == calendar_of(FEED, [twin])
    twin.updated_at += timedelta(days=days, seconds=1)
    assert calendar_of(FEED, [made]) != calendar_of(FEED, [twin])
