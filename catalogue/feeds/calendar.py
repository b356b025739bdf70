"""A calendar of activities, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vDuration

from ..models import Activity
from ..recurrence import ZONE
from .events import events_of, modified_at
from .timezone import danish_time
from .words import plain

ASK_AGAIN_AFTER = timedelta(hours=6)
PRODUCT = "-//indsatskatalog//kalender//DA"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar is called, what it holds, the page it belongs to, and its own address (both whole)."""

    name: str
    description: str
    page: str
    source: str


def calendar_of(feed: Feed, activities: Sequence[Activity], *, busy: bool = True) -> bytes:
    """The calendar of all dates of the activities (with `schedules`, `date_exceptions` and their place at hand)."""
    events = (event for activity in activities for event in events_of(activity, busy=busy))
    return calendar_with(feed, events, last_modified(activities))


def calendar_with(feed: Feed, events: Iterable[Event], modified: datetime | None) -> bytes:
    """A calendar with these events, last changed at `modified` (aware)."""
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, plain(feed.name))
    for name in ("DESCRIPTION", "X-WR-CALDESC"):
        calendar.add(name, plain(feed.description))
    calendar.add("X-WR-TIMEZONE", ZONE.key)
    calendar.add("URL", feed.page)
    calendar.add("SOURCE", feed.source, parameters={"VALUE": "URI"})
    calendar.add("REFRESH-INTERVAL", vDuration(ASK_AGAIN_AFTER), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(ASK_AGAIN_AFTER))
    if modified:
        calendar.add("LAST-MODIFIED", modified.astimezone(UTC))
    calendar.add_component(danish_time())
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def last_modified(activities: Iterable[Activity]) -> datetime | None:
    """When the newest of the activities was last changed (aware); None without any."""
    return max(map(modified_at, activities), default=None)
