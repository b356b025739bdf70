"""Between times said in words and the rows of a schedule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ..choices import NotIn
from ..models import Activity, Schedule
from ..recurrence import Rule, occurrences
from ..recurrence.activity import exceptions_of, rules_of
from ..recurrence.occurrences import HORIZON
from ..recurrence.reading import Reading
from ..recurrence.school_holidays import school_holidays
from ..recurrence.words import when_words

SHOWN = 6


def row_of(rule: Rule) -> Schedule:
    """A rule as a row that is not saved yet."""
    return Schedule(
        starts_on=rule.starts_on,
        starts_at=rule.starts_at,
        minutes=rule.minutes,
        rrule=rule.rrule,
        exdates=tuple(sorted(rule.exdates)),  # type: ignore[misc]
        not_in=tuple(sorted(rule.not_in)),  # type: ignore[misc]
    )


def content_of(row: Schedule) -> tuple[Any, ...]:
    """What a row says, to be compared with another's."""
    return (row.starts_on, row.starts_at, row.minutes, row.rrule, tuple(row.exdates), frozenset(row.not_in))  # type: ignore[arg-type]


def typed_row(rule: Rule) -> dict[str, Any]:
    """A rule as its row is typed into the form; what comes first gets the focus, and opens no calendar."""
    return {
        "minutes": str(rule.minutes),
        "starts_on": f"{rule.starts_on:%d.%m.%Y}",
        "starts_at": f"{rule.starts_at:%H:%M}",
        "rrule": rule.rrule,
        "exdates": ", ".join(f"{day.day}.{day.month}.{day.year}" for day in sorted(rule.exdates)),
        "not_in": sorted(rule.not_in),
    }


def what_is_wrong(reading: Reading) -> list[str]:
    """What was not understood, and what to do, in Danish; empty when all of it was."""
    found = list(dict.fromkeys(reading.problems))
    if reading.unknown:
        words = ", ".join(f"»{word}«" for word in dict.fromkeys(reading.unknown))
        found.insert(0, _("Vi forstod ikke %(words)s. Skriv det på en anden måde, eller slet det.") % {"words": words})
    return found


def next_dates(activity: Activity, typed: Iterable[Rule], now: datetime) -> list[str]:
    """The next dates of the activity's rows and of the rules just typed, in words; on pause or not."""
    closed = school_holidays(activity)
    read = [replace(rule, closed=closed) if NotIn.SCHOOL_HOLIDAYS in rule.not_in else rule for rule in typed]
    rules = tuple(dict.fromkeys([*rules_of(activity), *read]))
    coming = occurrences(rules, exceptions_of(activity, rules), start=now, end=now + HORIZON, limit=SHOWN * 3)
    return [when_words(one, now) for one in coming if one.takes_place][:SHOWN]


def lacks_calendar(activity: Activity, typed: Iterable[Rule]) -> bool:
    """Whether something pauses in school holidays of which nobody has written when they are."""
    named = [set(row.not_in) for row in activity.schedules.all()] + [set(rule.not_in) for rule in typed]  # type: ignore[call-overload]
    return any(NotIn.SCHOOL_HOLIDAYS in names for names in named) and not school_holidays(activity)
