"""Days with what happens on them, cancelled dates with their reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _

from ..models import Activity
from ..presenters.facts import place_in_a_line
from ..recurrence import ZONE, wall_clock
from ..recurrence.activity import occurrences_of
from ..recurrence.types import Occurrence
from ..recurrence.words import SEVERAL_DAYS, change_words, date_words, sentence, time_words, when_words

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence on a day; `notice` says what happened to it, with the reason."""

    moment: datetime
    words: str
    title: str
    address: str
    place: str
    notice: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day and its occurrences in order; `words` is "I dag, torsdag 26. november"."""

    date: date
    words: str
    entries: tuple[Entry, ...]

    @property
    def weekday(self) -> int:
        """1 is Monday."""
        return self.date.isoweekday()


def days_between(activities: Iterable[Activity], first: date, last: date, now: datetime) -> list[Day]:
    """Every day from `first` to `last`, both inclusive, also those on which nothing happens.

    Reads prefetched relations, asks for nothing. What runs over several days stands on its first day within the period.
    """
    start, end = _midnight(first), _midnight(last + ONE_DAY)
    found: dict[date, list[Entry]] = {first + timedelta(days=number): [] for number in range((last - first).days + 1)}
    for activity in activities:
        for occurrence in occurrences_of(activity, start=start, end=end):
            found[max(first, wall_clock(occurrence.start).date())].append(_entry(activity, occurrence, now))
    today = wall_clock(now).date()
    return [
        Day(day, day_heading(day, today), tuple(sorted(entries, key=lambda entry: (entry.moment, entry.title))))
        for day, entries in found.items()
    ]


def day_heading(day: date, today: date) -> str:
    """ "I dag, torsdag 26. november", "I morgen, fredag 27. november", "Lørdag 28. november"."""
    full = f"{format_date(day, 'l')} {date_words(day, today)}"
    near = {0: _("i dag, %(day)s"), 1: _("i morgen, %(day)s")}.get((day - today).days)
    return sentence(near % {"day": full} if near else full)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=ZONE)


def _entry(activity: Activity, occurrence: Occurrence, now: datetime) -> Entry:
    start, end = wall_clock(occurrence.start), wall_clock(occurrence.end)
    long = end - start >= SEVERAL_DAYS
    return Entry(
        moment=occurrence.start,
        words=sentence(when_words(occurrence, now, short=True) if long else time_words(start.time(), end.time())),
        title=activity.title,
        address=activity.get_absolute_url(),
        place=place_in_a_line(activity),
        notice=change_words(occurrence, now),
        cancelled=not occurrence.takes_place,
    )
