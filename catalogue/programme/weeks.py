"""The programme of a week, and the way from week to week."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from ..models import Activity
from ..recurrence import wall_clock
from ..recurrence.words import date_words, day_and_month, day_of_month
from .days import Day, days_between

WEEK = re.compile(r"(\d{4})-?[Ww]?(\d{1,2})\Z", re.ASCII)
# A programme is printed a season ahead; nobody plans further, and robots would follow the links for ever.
WEEKS_AHEAD = 52
WEEKS_BACK = 4
SHOWN = 2


@dataclass(frozen=True, slots=True)
class WeekLink:
    """Words, and the address of a week."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Week:
    """A week and its days on which something happens."""

    heading: str
    days: list[Day]


@dataclass(frozen=True, slots=True)
class WeekProgramme:
    """Two weeks of a place, so that a Sunday looks ahead; `notice` when the week asked for is not to be had."""

    weeks: list[Week]
    notice: str
    previous: WeekLink | None
    this: WeekLink | None
    next: WeekLink | None


def monday_of(typed: str, today: date) -> date | None:
    """The Monday of a week as in an address, "2026-48"; None for what is no week, or too far from `today`."""
    found = WEEK.match(typed.strip())
    if not found:
        return None
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    weeks = (monday - _monday(today)).days // 7
    return monday if -WEEKS_BACK <= weeks <= WEEKS_AHEAD else None


def week_programme(activities: Iterable[Activity], typed: str, now: datetime) -> WeekProgramme:
    """The programme from the week `typed` in the address; from this week when none is, or none that we have."""
    today = wall_clock(now).date()
    this = _monday(today)
    monday = (monday_of(typed, today) if typed else this) or this
    weeks = (monday - this).days // 7
    days = days_between(activities, monday, monday + timedelta(days=7 * SHOWN - 1), now)
    return WeekProgramme(
        weeks=[
            Week(week_heading(days[first].date, today), [day for day in days[first : first + 7] if day.entries])
            for first in range(0, 7 * SHOWN, 7)
        ],
        notice="" if not typed or monday_of(typed, today) else _("Den uge har vi ikke. Her er denne uge."),
        previous=_link(_("Ugerne før"), monday - timedelta(weeks=SHOWN)) if weeks - SHOWN >= -WEEKS_BACK else None,
        this=_link(_("Denne uge"), this) if weeks else None,
        next=_link(_("Ugerne efter"), monday + timedelta(weeks=SHOWN)) if weeks + SHOWN <= WEEKS_AHEAD else None,
    )


def week_heading(monday: date, today: date) -> str:
    """ "Denne uge: 23. til 29. november", "Uge 1: 4. til 10. januar 2027"."""
    sunday = monday + timedelta(days=6)
    first = day_of_month(monday) if monday.month == sunday.month else day_and_month(monday)
    week = {0: _("Denne uge"), 7: _("Næste uge")}.get(
        (monday - _monday(today)).days, _("Uge %(number)d") % {"number": monday.isocalendar().week}
    )
    return _("%(week)s: %(first)s til %(last)s") % {"week": week, "first": first, "last": date_words(sunday, today)}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _link(words: str, monday: date) -> WeekLink:
    year, week, _day = monday.isocalendar()
    return WeekLink(words, f"?uge={year}-{week:02d}")
