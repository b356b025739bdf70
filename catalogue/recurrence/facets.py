"""On which weekdays and at what time of day something usually happens."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import islice

from .expansion import local_starts
from .grammar import parse_rrule
from .types import Rule

# Enough dates to meet every weekday of a rule that names days of the month.
SAMPLE = 60
NOON, EVENING = time(12), time(17)


class TimeOfDay(StrEnum):
    MORNING = "formiddag"
    AFTERNOON = "eftermiddag"
    EVENING = "aften"


def weekdays(rules: Iterable[Rule], *, after: datetime | None = None) -> frozenset[int]:
    """Return the weekdays (0 is Monday) of the rules' dates; with `after` (naive local), of those from then on."""
    return frozenset(day for rule in rules for day in _weekdays_of(rule, after or rule.begins))


def times_of_day(rules: Iterable[Rule]) -> frozenset[TimeOfDay]:
    """Return the times of day at which the rules start: before 12, before 17, or later."""
    return frozenset(time_of_day(rule.starts_at) for rule in rules)


def time_of_day(clock: time) -> TimeOfDay:
    if clock < NOON:
        return TimeOfDay.MORNING
    return TimeOfDay.AFTERNOON if clock < EVENING else TimeOfDay.EVENING


def _weekdays_of(rule: Rule, first: datetime) -> frozenset[int]:
    last = first + timedelta(days=366 * 2)
    named = parse_rrule(rule.rrule).days if rule.rrule else ()
    starts = local_starts(rule, first, last)
    if not named:
        return frozenset(start.weekday() for start in islice(starts, SAMPLE))
    return frozenset(day.weekday for day in named) if any(starts) else frozenset()
