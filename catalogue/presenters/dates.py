"""Dates of an activity as lines on a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from ..choices import ActivityType
from ..models import Activity
from ..recurrence.activity import upcoming
from ..recurrence.localtime import wall_clock
from ..recurrence.types import Occurrence
from ..recurrence.words import change_words, next_time_words, sentence, when_words
from ..wording import danish, joined

LOOK_AHEAD = 6


@dataclass(frozen=True, slots=True)
class DateLine:
    """One date: when, what happened to it, if anything, and the address of the date for a calendar.

    There is none for a date that is cancelled, nor while the activity has no address of its own.
    """

    moment: datetime
    words: str
    cancelled: bool
    note: str
    calendar: str = ""


@dataclass(frozen=True, slots=True)
class NextTime:
    """The next date that takes place, in words; `note` names what is cancelled before it, or where it moved from."""

    words: str
    moment: datetime | None
    note: str


def date_lines(activity: Activity, now: datetime, limit: int) -> list[DateLine]:
    """The coming dates, cancelled and moved ones with their reason."""
    return [
        DateLine(
            moment=occurrence.start,
            words=sentence(when_words(occurrence, now)),
            cancelled=not occurrence.takes_place,
            note=change_words(occurrence, now),
            calendar=_calendar(activity, occurrence),
        )
        for occurrence in upcoming(activity, after=now, limit=limit)
    ]


def _calendar(activity: Activity, occurrence: Occurrence) -> str:
    if not occurrence.takes_place or not activity.slug:
        return ""
    kwargs = {"type": ActivityType(activity.type), "slug": activity.slug, "start": wall_clock(occurrence.start)}
    return reverse("catalogue:date-calendar", kwargs=kwargs)


def next_time(activity: Activity, now: datetime) -> NextTime | None:
    """When it is next, or None when no date is known."""
    coming = upcoming(activity, after=now, limit=LOOK_AHEAD)
    following = next((occurrence for occurrence in coming if occurrence.takes_place), None)
    note = _what_changed(coming[0], now) if coming else ""
    if following:
        return NextTime(next_time_words(following, now), following.start, note)
    return NextTime(note, None, "") if note else None


def _what_changed(first: Occurrence, now: datetime) -> str:
    change = change_words(first, now)
    if first.takes_place or not change:
        return change
    cancelled = _("%(day)s er aflyst") % {"day": sentence(when_words(first, now, until=False))}
    return joined(": ", [cancelled, danish(first.reason)])
