"""From a rule to the naive local times at which it starts, quickly also far from its beginning."""

from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, timedelta
from typing import Any

from dateutil import rrule as dateutil

from .grammar import FREQUENCIES, Recurrence, parse_rrule
from .types import Rule

_DATEUTIL_NAMES = {
    "BYMONTH": "bymonth",
    "BYMONTHDAY": "bymonthday",
    "BYYEARDAY": "byyearday",
    "BYWEEKNO": "byweekno",
    "BYSETPOS": "bysetpos",
}


def local_starts(rule: Rule, first: datetime, last: datetime) -> Iterator[datetime]:
    """Yield the rule's starts in [first, last) in order; all naive, local. Raises `RuleError` for a broken rule."""
    starts = _recurring(parse_rrule(rule.rrule), rule.begins, first) if rule.rrule else iter([rule.begins])
    for start in starts:
        if start >= last:
            return
        if start >= first and not rule.leaves_out(start.date()):
            yield start


def gives_dates(rule: Rule) -> bool:
    """Whether the rule ever happens, days left out aside (30 February does not)."""
    if not rule.rrule:
        return True
    return next(_recurring(parse_rrule(rule.rrule), rule.begins, rule.begins), None) is not None


def _recurring(recurrence: Recurrence, begins: datetime, first: datetime) -> Iterator[datetime]:
    # A counted rule has to be counted from its beginning; every other one may start near the window.
    anchor = begins if recurrence.count or first <= begins else _anchor(recurrence, begins, first)
    # dateutil looks for the next date until the year 9999, which takes seconds where there is none. The calendar
    # repeats itself every 400 years (to the weekday), so we let it work close to the end of its time.
    shift = (MAXYEAR - 100 - anchor.year) // 400 * 400
    until = recurrence.until
    if until is not None:
        until = until.replace(year=until.year + shift) if until.year + shift <= MAXYEAR else None
    recurring = dateutil.rrule(
        FREQUENCIES[recurrence.frequency],
        dtstart=anchor.replace(year=anchor.year + shift),
        interval=recurrence.interval,
        count=recurrence.count,
        until=until,
        wkst=recurrence.week_start,
        **_by_parts(recurrence, begins),
    )
    for start in recurring:
        yield start.replace(year=start.year - shift)


def _by_parts(recurrence: Recurrence, begins: datetime) -> dict[str, Any]:
    """The BY parts, with those written out that the RFC takes from the first date, as the anchor is another one."""
    parts: dict[str, Any] = {_DATEUTIL_NAMES[name]: numbers for name, numbers in recurrence.lists.items()}
    if recurrence.days:
        parts["byweekday"] = [dateutil.weekday(day.weekday, day.nth) for day in recurrence.days]
    elif recurrence.frequency == "WEEKLY":
        parts["byweekday"] = begins.weekday()
    picks_days = {"byweekday", "bymonthday", "byyearday", "byweekno"} & parts.keys()
    if not picks_days and recurrence.frequency in ("MONTHLY", "YEARLY"):
        parts["bymonthday"] = begins.day
        if recurrence.frequency == "YEARLY":
            parts.setdefault("bymonth", begins.month)
    return parts


def _anchor(recurrence: Recurrence, begins: datetime, first: datetime) -> datetime:
    """The beginning of the last period of the rule that does not lie after `first`, in step with its interval."""
    frequency, step = recurrence.frequency, recurrence.interval
    if frequency == "DAILY":
        days = (first.date() - begins.date()).days // step * step
        return begins + timedelta(days=days)
    if frequency == "WEEKLY":
        week = _week_begins(begins.date(), recurrence.week_start)
        weeks = (_week_begins(first.date(), recurrence.week_start) - week).days // 7 // step * step
        return datetime.combine(week + timedelta(weeks=weeks), begins.time()) if weeks else begins
    if frequency == "MONTHLY":
        months = ((first.year - begins.year) * 12 + first.month - begins.month) // step * step
        year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
        return begins.replace(year=year, month=month + 1, day=1) if months else begins
    years = (first.year - begins.year) // step * step
    return begins.replace(year=begins.year + years, month=1, day=1) if years else begins


def _week_begins(day: date, week_start: int) -> date:
    return day - timedelta(days=(day.weekday() - week_start) % 7)
