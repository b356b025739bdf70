"""The dates of an activity: its rows turned into rules and exceptions.

Reads `schedules` and `date_exceptions` by `.all()`: prefetched rows cost no query, unsaved ones of a preview count.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from ..choices import ExceptionKind, NotIn, Status
from . import facets
from .expansion import local_starts
from .grammar import RuleError, parse_rrule
from .occurrences import HORIZON, next_occurrence, occurrences
from .school_holidays import school_holidays
from .types import DateException, Occurrence, Rule

if TYPE_CHECKING:
    from ..models import Activity, Schedule
    from ..models import DateException as DateExceptionRow

logger = logging.getLogger(__name__)


def rules_of(activity: Activity) -> tuple[Rule, ...]:
    """The activity's rules. One that cannot be read (written past the forms) is logged and left out."""
    return readable_rules(activity.schedules.all(), activity)


def readable_rules(rows: Iterable[Schedule], activity: Activity) -> tuple[Rule, ...]:
    """Some of the activity's rows as rules; what cannot be read is logged and left out."""
    return tuple(rule for row in rows if _readable(rule := rule_of(row, activity), activity))


def exceptions_of(activity: Activity, rules: Iterable[Rule]) -> tuple[DateException, ...]:
    """The activity's cancelled and moved dates; one without a time stands for every start of its day."""
    rules = tuple(rules)
    return tuple(
        _exception(row, original) for row in activity.date_exceptions.all() for original in _originals(row, rules)
    )


def occurrences_of(activity: Activity, *, start: datetime, end: datetime, limit: int | None = None) -> list[Occurrence]:
    """The activity's occurrences in [start, end) (aware), cancelled ones marked; none unless it is running."""
    if activity.status != Status.ACTIVE:
        return []
    rules = rules_of(activity)
    return occurrences(rules, exceptions_of(activity, rules), start=start, end=end, limit=limit)


def upcoming(activity: Activity, *, after: datetime | None = None, limit: int = 10) -> list[Occurrence]:
    """The next occurrences that are not over at `after` (now, unless given), cancelled ones marked."""
    after = after or timezone.now()
    return occurrences_of(activity, start=after, end=after + HORIZON, limit=limit)


def next_occurrence_of(activity: Activity, *, after: datetime | None = None) -> Occurrence | None:
    """The next occurrence that takes place and is not over at `after` (now, unless given), or None."""
    if activity.status != Status.ACTIVE:
        return None
    rules = rules_of(activity)
    return next_occurrence(rules, exceptions_of(activity, rules), after=after or timezone.now())


def weekdays_of(activity: Activity, *, after: datetime | None = None) -> frozenset[int]:
    """The weekdays (0 is Monday) on which the activity takes place; with `after` (naive local), from then on."""
    return facets.weekdays(rules_of(activity), after=after)


def times_of_day_of(activity: Activity) -> frozenset[facets.TimeOfDay]:
    """The times of day at which the activity starts."""
    return facets.times_of_day(rules_of(activity))


def rule_of(row: Schedule, activity: Activity) -> Rule:
    """A row as a rule, with the days on which it is closed where the activity is."""
    exdates: Iterable[date] = row.exdates  # type: ignore[assignment]  # a field of our own
    not_in: Iterable[str] = row.not_in  # type: ignore[assignment]
    skips_school = NotIn.SCHOOL_HOLIDAYS in not_in
    return Rule(
        row.starts_on,
        row.starts_at,
        row.minutes,
        row.rrule,
        exdates=frozenset(exdates),
        not_in=frozenset(not_in),
        closed=school_holidays(activity) if skips_school else frozenset(),
    )


def _readable(rule: Rule, activity: Activity) -> bool:
    try:
        if rule.rrule:
            parse_rrule(rule.rrule)
    except RuleError as error:
        logger.error("Activity %s has a rule that cannot be read, %r: %s", activity.pk, rule.rrule, error)
        return False
    return True


def _originals(row: DateExceptionRow, rules: tuple[Rule, ...]) -> Iterator[datetime]:
    if row.original_time is not None:
        yield datetime.combine(row.original_date, row.original_time)
        return
    day = datetime.combine(row.original_date, time.min)
    yield from sorted({start for rule in rules for start in local_starts(rule, day, day + timedelta(days=1))})


def _exception(row: DateExceptionRow, original: datetime) -> DateException:
    moved: date | None = row.moved_to_date if row.kind == ExceptionKind.MOVED else None
    return DateException(
        original=original,
        kind="moved" if row.kind == ExceptionKind.MOVED else "cancelled",
        reason=row.reason,
        moved_to=datetime.combine(moved, row.moved_to_time or original.time()) if moved else None,
        minutes=row.minutes,
    )
