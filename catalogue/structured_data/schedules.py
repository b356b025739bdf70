"""Rules as schema.org's `Schedule`, which says less than RFC 5545: what it cannot say is not said."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..feeds.series import Series
from ..recurrence import ZONE, Rule, parse_rrule
from ..recurrence.expansion import local_starts
from ..recurrence.grammar import WEEKDAYS, Recurrence
from .graph import Thing, thing

UNITS = {"DAILY": "D", "WEEKLY": "W", "MONTHLY": "M", "YEARLY": "Y"}
# https://schema.org/DayOfWeek
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAYABLE = {"BYMONTH", "BYMONTHDAY"}


def schedule_of(series: Series) -> Thing | None:
    """A repeating rule; None for one that schema.org has no words for."""
    recurrence = parse_rrule(series.rule.rrule)
    month_days = recurrence.lists.get("BYMONTHDAY", ())
    if recurrence.lists.keys() - SAYABLE or any(day < 1 for day in month_days):
        return None
    ends = series.rule.begins + timedelta(minutes=series.rule.minutes)
    last = last_date(series.rule)
    return thing(
        "Schedule",
        startDate=series.first.date().isoformat(),
        endDate=last.date().isoformat() if last else None,
        startTime=series.rule.begins.time().isoformat("seconds"),
        endTime=ends.time().isoformat("seconds"),
        duration=duration(series.rule.minutes),
        repeatFrequency=f"P{recurrence.interval}{UNITS[recurrence.frequency]}",
        repeatCount=recurrence.count,
        byDay=_days(series, recurrence),
        byMonthDay=list(month_days),
        byMonth=list(recurrence.lists.get("BYMONTH", ())),
        exceptDate=_except(series),
        scheduleTimezone=ZONE.key,
    )


def last_date(rule: Rule) -> datetime | None:
    """The last start of a rule (naive, local), or None when it goes on."""
    if not rule.rrule:
        return rule.begins
    recurrence = parse_rrule(rule.rrule)
    if not (recurrence.count or recurrence.until):
        return None
    starts = list(local_starts(rule, rule.begins, datetime.max))
    return starts[-1] if starts else None


def duration(minutes: int) -> str:
    """ISO 8601: "PT2H", "PT1H30M"."""
    hours, rest = divmod(minutes, 60)
    return "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")


def _days(series: Series, recurrence: Recurrence) -> list[str]:
    if recurrence.days:
        return [
            f"{day.nth}{WEEKDAYS[day.weekday]}" if day.nth else f"https://schema.org/{DAYS[day.weekday]}"
            for day in recurrence.days
        ]
    weekly = recurrence.frequency == "WEEKLY"
    return [f"https://schema.org/{DAYS[series.first.weekday()]}"] if weekly else []


def _except(series: Series) -> list[str]:
    """The days on which it does not take place as planned."""
    changed = (change.original for change in series.changes)
    return [day.isoformat() for day in sorted({start.date() for start in (*series.left_out, *changed)})]
