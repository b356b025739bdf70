"""The coming dates of an entry as lines with buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as format_date

from ..models import Activity
from ..recurrence.activity import exceptions_of, rules_of
from ..recurrence.expansion import local_starts
from ..recurrence.localtime import wall_clock
from ..recurrence.occurrences import HORIZON, occurrences
from ..recurrence.words import change_words, full_date, sentence, time_words, when_words

SHOWN = 12


@dataclass(frozen=True, slots=True)
class DateRow:
    """One date: when, what has happened to it, and where to go to change that ("" for what cannot be done)."""

    words: str
    note: str
    state: str
    cancel: str
    move: str
    restore: str


def dates_of(activity: Activity, address: Callable[..., str]) -> list[DateRow]:
    """The next dates by the rules, also while the entry is on pause."""
    now = timezone.now()
    rules = rules_of(activity)
    found = occurrences(rules, exceptions_of(activity, rules), start=now, end=now + HORIZON, limit=SHOWN)
    rows = []
    for one in found:
        start = wall_clock(one.original_start)
        rows.append(
            DateRow(
                words=sentence(when_words(one, now)),
                note=change_words(one, now),
                state=one.status,
                cancel=address("cancel_date", start=start) if one.takes_place else "",
                move=address("move_date", start=start),
                restore="" if one.status == "planned" else address("restore_date", start=start),
            )
        )
    return rows


def date_of(activity: Activity, start: datetime) -> datetime | None:
    """The start, when the entry's rules give it."""
    last = start + timedelta(minutes=1)
    return next((one for rule in rules_of(activity) for one in local_starts(rule, start, last) if one == start), None)


def moment_words(at: datetime) -> str:
    """ "mandag 23. november 2026 kl. 10"."""
    return f"{format_date(at, 'l')} {full_date(at.date())} {time_words(at.time())}"
