"""What a calendar program finds in a calendar file: read back naively, with dateutil and the file's own zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from dateutil import rrule as dateutil
from icalendar import Calendar, Event

from catalogue.recurrence import Occurrence, moment


class Seen(NamedTuple):
    """One date as a reader sees it; times in UTC."""

    start: datetime
    minutes: int
    cancelled: bool


def seen_in(content: bytes, start: datetime, end: datetime) -> list[Seen]:
    """The dates of the calendar that overlap [start, end), in order."""
    calendar = Calendar.from_ical(content)
    events = calendar.walk("VEVENT")
    changed = {(str(event["UID"]), _utc(event["RECURRENCE-ID"].dt)) for event in events if "RECURRENCE-ID" in event}
    found = []
    for event in events:
        if "RECURRENCE-ID" in event:
            found.append(_seen(event, event["DTSTART"].dt))
            continue
        for local in _starts(event, end):
            if (str(event["UID"]), _utc(local)) not in changed:
                found.append(_seen(event, local))
    return sorted(one for one in found if one.start < end and one.start + timedelta(minutes=one.minutes) > start)


def expected(occurrences: list[Occurrence]) -> list[Seen]:
    """What the catalogue itself computes, in the same form."""
    return sorted(Seen(one.start.astimezone(UTC), one.minutes, not one.takes_place) for one in occurrences)


def _seen(event: Event, local: datetime) -> Seen:
    length = event["DURATION"].dt if "DURATION" in event else _utc(event["DTEND"].dt) - _utc(event["DTSTART"].dt)
    return Seen(_utc(local), int(length.total_seconds()) // 60, event["STATUS"] == "CANCELLED")


def _starts(event: Event, end: datetime) -> list[datetime]:
    first = event["DTSTART"].dt
    if "RRULE" not in event:
        return [first]
    parts = dict(event["RRULE"])
    until = parts.pop("UNTIL", None)
    text = event["RRULE"].__class__(parts).to_ical().decode()
    rule = dateutil.rrulestr(text, dtstart=first.replace(tzinfo=None))
    left_out = event.get("EXDATE")
    without = {_utc(item.dt) for item in left_out.dts} if left_out else set()
    starts = []
    for naive in rule:
        start = naive.replace(tzinfo=first.tzinfo)
        if _utc(start) >= end or (until and _utc(start) > until[0]):
            break
        if _utc(start) not in without:
            starts.append(start)
    return starts


def _utc(local: datetime) -> datetime:
    return (moment(local.replace(tzinfo=None)) if local.tzinfo is not UTC else local).astimezone(UTC)
