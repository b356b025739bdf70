"""The days and times of an entry as an association types them, and what a change of them means for the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from catalogue.models import Activity, Schedule
from catalogue.recurrence.grammar import WEEKDAYS, RuleError, parse_rrule
from catalogue.recurrence.words import weekday_name

MOST = 4
DAY = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})(?:[.:,](\d{2}))?")


@dataclass(frozen=True, slots=True)
class Time:
    """One line: `weekday` (0 is Monday) is None where the rule is not about one day of the week."""

    weekday: int | None
    start: time
    end: time


def times_of(activity: Activity) -> list[Time]:
    """The lines of an entry that can be typed; none where it has too many for a small form."""
    rows = list(activity.schedules.all())
    return [_time(row) for row in rows] if len(rows) <= MOST else []


def _time(row: Schedule) -> Time:
    ends = datetime.combine(date(2024, 1, 1), row.starts_at) + timedelta(minutes=row.minutes)
    return Time(_weekday(row), row.starts_at, ends.time())


def _weekday(row: Schedule) -> int | None:
    """The day of a rule that is about a single day of every week, or of every second."""
    try:
        rule = parse_rrule(row.rrule) if row.rrule else None
    except RuleError:
        return None
    if rule is None or rule.frequency != "WEEKLY" or len(rule.days) > 1 or rule.lists:
        return None
    return rule.days[0].weekday if rule.days else row.starts_on.weekday()


def read_clock(text: str) -> time | None:
    """ "10", "10.30", "10:30", "kl. 9" as a time; None for anything else."""
    found = _CLOCK.fullmatch(text.strip().lower().removeprefix("kl").strip(" ."))
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def set_times(activity: Activity, before: list[Time], after: list[Time]) -> None:
    """Write the lines that were changed into the entry's rules; days left out or moved go along in their week.

    Lines are matched by their number, and left alone where the entry has other rules by now.
    """
    rows = list(activity.schedules.all())
    if len(rows) != len(before) or [_time(row) for row in rows] != before:
        return
    for row, old, new in zip(rows, before, after, strict=True):
        if old != new:
            _set_time(row, old, new)
            if len(rows) == 1:
                _move_exceptions(activity, old, new)
    activity.schedules = rows


def _set_time(row: Schedule, old: Time, new: Time) -> None:
    row.starts_at = new.start
    minutes = _minute(new.end) - _minute(new.start)
    row.minutes = minutes if minutes > 0 else minutes + DAY
    if old.weekday is None or new.weekday is None or old.weekday == new.weekday:
        return
    shift = timedelta(days=new.weekday - old.weekday)
    row.starts_on += shift
    row.exdates = tuple(day + shift for day in row.exdates)
    row.rrule = re.sub(r"BYDAY=[A-Z]{2}", f"BYDAY={WEEKDAYS[new.weekday]}", row.rrule)


def _move_exceptions(activity: Activity, old: Time, new: Time) -> None:
    """A date that was cancelled or moved is the same one of the series on its new day and hour."""
    exceptions = list(activity.date_exceptions.all())
    for one in exceptions:
        if old.weekday is not None and new.weekday is not None and one.original_date.weekday() == old.weekday:
            one.original_date += timedelta(days=new.weekday - old.weekday)
        if one.original_time == old.start:
            one.original_time = new.start
    activity.date_exceptions = exceptions


def reworded(text: str, before: list[Time], after: list[Time]) -> str | None:
    """The organiser's own words with the day and the time that were changed; None when they do not stand in them."""
    for old, new in zip(before, after, strict=True):
        if old.weekday != new.weekday and old.weekday is not None and new.weekday is not None:
            name, to = weekday_name(old.weekday), weekday_name(new.weekday)
            text, count = re.subn(name, partial(_cased, to=to), text, flags=re.IGNORECASE)
            if not count:
                return None
        if (old.start, old.end) != (new.start, new.end):
            span = rf"{_clock(old.start)}(\s*(?:-|–|til)\s*){_clock(old.end)}(?![\d.:]*\d)"
            text, count = re.subn(rf"(?<![\d.:]){span}", partial(_spanned, to=new), text)
            if not count:
                return None
    return text


def _cased(found: re.Match[str], *, to: str) -> str:
    return to.capitalize() if found[0][:1].isupper() else to


def _spanned(found: re.Match[str], *, to: Time) -> str:
    return f"{_said(to.start)}{found[1]}{_said(to.end)}"


def _clock(clock: time) -> str:
    minutes = rf"[.:]{clock.minute:02d}" if clock.minute else r"(?:[.:]00)?"
    return rf"0?{clock.hour}{minutes}"


def _said(clock: time) -> str:
    return f"{clock.hour}.{clock.minute:02d}" if clock.minute else str(clock.hour)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
