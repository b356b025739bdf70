"""The dates of an activity as the index holds them.

What they say changes only when a date is over and when a month begins, so that an entry whose dates have not moved
on has the same fingerprint from day to day: the dates run from the next one to a horizon that moves a month at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from catalogue.models import Activity
from catalogue.recurrence import ZONE, Rule, occurrences, times_of_day, wall_clock, weekdays
from catalogue.recurrence.activity import exceptions_of, next_occurrence_of, rules_of
from catalogue.recurrence.expansion import local_starts
from search.choices import TimeOfDay, Weekday

# The first of the month so many months from this one is never nearer than 400 days.
HORIZON_MONTHS = 15
RULES_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class ActivityDates:
    """`next_start` is in seconds since 1970 UTC; `dates` are yyyymmdd, ascending; nothing comes when both are empty."""

    next_start: int | None
    dates: tuple[int, ...]
    weekdays: tuple[str, ...]
    times: tuple[str, ...]


def horizon(now: datetime) -> datetime:
    """How far ahead dates are indexed: the first of a month, at least 400 days from `now`."""
    today = wall_clock(now)
    months = today.year * 12 + today.month - 1 + HORIZON_MONTHS
    return datetime(months // 12, months % 12 + 1, 1, tzinfo=ZONE)


def dates_of(activity: Activity, now: datetime) -> ActivityDates:
    """What comes after `now`. An activity on pause keeps its weekdays and times, but has no dates."""
    rules = rules_of(activity)
    today = datetime.combine(wall_clock(now).date(), time.min)
    days_by_rule = {rule: _weekdays(rule, today) for rule in rules}
    coming = next_occurrence_of(activity, after=now)
    days = {day for days in days_by_rule.values() for day in days}
    times = times_of_day(rule for rule, days in days_by_rule.items() if days)
    return ActivityDates(
        next_start=int(coming.start.timestamp()) if coming else None,
        dates=_dates(activity, rules, coming.start, today) if coming else (),
        weekdays=tuple(str(list(Weekday)[day]) for day in sorted(days)),
        times=tuple(value for value in TimeOfDay.values if value in times),
    )


def _dates(activity: Activity, rules: tuple[Rule, ...], first: datetime, today: datetime) -> tuple[int, ...]:
    last = horizon(today.replace(tzinfo=ZONE))
    if exceptions := exceptions_of(activity, rules):
        coming = occurrences(rules, exceptions, start=first, end=last)
        found = {as_number(occurrence.start) for occurrence in coming if occurrence.takes_place}
    else:
        found = {day for rule in rules for day in _days(rule, today, wall_clock(last))}
    return tuple(sorted({as_number(first)} | {day for day in found if day >= as_number(first)}))


@lru_cache(RULES_REMEMBERED)
def _weekdays(rule: Rule, today: datetime) -> frozenset[int]:
    """The weekdays on which the rule still happens. Many entries share a rule."""
    return weekdays([rule], after=today)


@lru_cache(RULES_REMEMBERED)
def _days(rule: Rule, today: datetime, last: datetime) -> tuple[int, ...]:
    return tuple(as_number(start) for start in local_starts(rule, today, last))


def as_number(day: date) -> int:
    """The day as yyyymmdd."""
    return day.year * 10_000 + day.month * 100 + day.day
