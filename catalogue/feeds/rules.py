"""A rule as RFC 5545 writes it in a calendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import vRecur

from ..recurrence import Rule, moment, parse_rrule
from ..recurrence.grammar import WEEKDAYS, Day


def recur_of(rule: Rule) -> vRecur:
    """The RRULE of a repeating rule; raises `RuleError` for a broken one."""
    recurrence = parse_rrule(rule.rrule)
    parts: dict[str, object] = {"FREQ": recurrence.frequency}
    if recurrence.interval != 1:
        parts["INTERVAL"] = recurrence.interval
    if recurrence.count:
        parts["COUNT"] = recurrence.count
    if recurrence.until:
        parts["UNTIL"] = _last_start(rule, recurrence.until)
    if recurrence.week_start:
        parts["WKST"] = WEEKDAYS[recurrence.week_start]
    parts |= {name: list(numbers) for name, numbers in recurrence.lists.items()}
    days = [_day(day) for day in recurrence.days]
    if not days and "BYWEEKNO" in recurrence.lists:
        # The catalogue reads a week number as the whole week; others take the weekday of the first date.
        days = list(WEEKDAYS)
    if days:
        parts["BYDAY"] = days
    return vRecur(parts)


def _last_start(rule: Rule, until: datetime) -> datetime:
    """The end of a rule, in UTC as the RFC wants it beside a DTSTART with a zone.

    It is put at the hour of the rule, so that a summer time in between cannot move a date across it.
    """
    last = datetime.combine(until.date(), rule.begins.time())
    return moment(last if last <= until else last - timedelta(days=1)).astimezone(UTC)


def _day(day: Day) -> str:
    return f"{day.nth or ''}{WEEKDAYS[day.weekday]}"
