"""The dates of an activity as VEVENTs."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from icalendar import Event
from icalendar.prop import vInline

from ..choices import Status
from ..models import Activity
from ..models.editing import EditedEntry
from ..recurrence import ZONE, DateException, moment, wall_clock
from ..recurrence.activity import exceptions_of, rules_of
from ..sharing.addresses import absolute
from .rules import recur_of
from .series import Series, series_of
from .words import contact_words, description_words, location_words, plain, title_words


def modified_at(activity: Activity) -> datetime:
    """When anything that a calendar says of the activity was last changed (aware)."""
    sources: list[EditedEntry] = [activity, activity.organisation, *([activity.venue] if activity.venue else [])]
    return max(source.updated_at for source in sources).replace(microsecond=0)


def events_of(activity: Activity, *, busy: bool = True) -> list[Event]:
    """One event for each series, followed by one for each date that is cancelled or moved.

    While the activity is on pause, and once it has ended, all are cancelled, with the reason; a subscriber should see
    why nothing happens, and be told before setting out. With `busy` false the dates do not fill the calendar.
    """
    return [event for series in _series(activity) for event in _events_of_series(activity, series, busy)]


def event_on(activity: Activity, start: datetime) -> Event | None:
    """The date that was planned for `start` (naive, local) or is moved to it, as an event alone; None without any."""
    series = _series(activity)
    for one in series:
        if one.gives(start):
            return _alone(activity, one, start, one.change_of(start))
    for one in series:
        for change in one.changes:
            if change.moved_to == start:
                return _alone(activity, one, change.original, change)
    return None


def _series(activity: Activity) -> list[Series]:
    rules = rules_of(activity)
    known_at = wall_clock(activity.updated_at)
    return series_of(rules, exceptions_of(activity, rules), known_at=known_at)


def _events_of_series(activity: Activity, series: Series, busy: bool) -> list[Event]:
    name = str(uuid.uuid5(activity.uuid, series.key))
    if not series.repeats:
        return [_event(activity, name, series, series.first, series.change_of(series.first), busy)]
    whole = _event(activity, name, series, series.first, None, busy)
    whole.add("RRULE", recur_of(series.rule))
    if series.left_out:
        whole.add("EXDATE", [_on_the_wall(start) for start in series.left_out])
    return [whole, *(_changed(activity, name, series, change, busy) for change in series.changes)]


def _changed(activity: Activity, name: str, series: Series, change: DateException, busy: bool) -> Event:
    event = _event(activity, name, series, change.original, change, busy)
    event.add("RECURRENCE-ID", _on_the_wall(change.original))
    return event


def _alone(activity: Activity, series: Series, original: datetime, change: DateException | None) -> Event:
    name = uuid.uuid5(activity.uuid, f"{series.key}/{original.isoformat(timespec='minutes')}")
    return _event(activity, str(name), series, original, change, True)


def _event(
    activity: Activity, name: str, series: Series, original: datetime, change: DateException | None, busy: bool
) -> Event:
    cancelled = activity.status != Status.ACTIVE or (change is not None and change.kind == "cancelled")
    start = (change.moved_to if change else None) or original
    address = absolute(activity.get_absolute_url())
    event = Event()
    event.add("UID", name)
    _add_time(event, start, (change.minutes if change and change.moved_to else None) or series.rule.minutes)
    event.add("SUMMARY", title_words(activity, change))
    event.add("DESCRIPTION", description_words(activity, address, change))
    event.add("LOCATION", location_words(activity))
    if activity.venue and activity.venue.position:
        event.add("GEO", tuple(round(degrees, 6) for degrees in activity.venue.position))
    if contact := plain(contact_words(activity)):
        event.add("CONTACT", contact)
    event.add("URL", address)
    event.add("STATUS", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("TRANSP", "OPAQUE" if busy and not cancelled else "TRANSPARENT")
    _add_history(event, activity)
    return event


def _add_time(event: Event, start: datetime, minutes: int) -> None:
    event.add("DTSTART", _on_the_wall(start))
    end = wall_clock(moment(start).astimezone(UTC) + timedelta(minutes=minutes))
    if end - start == timedelta(minutes=minutes):
        event.add("DTEND", _on_the_wall(end))
    else:
        # The clock is changed on the way: only a duration says how long it really takes.
        event.add("DURATION", vInline(f"PT{minutes}M"), encode=False)


def _add_history(event: Event, activity: Activity) -> None:
    """When it was made and last changed; the sequence number grows with every change, as calendars expect."""
    modified = modified_at(activity).astimezone(UTC)
    created = activity.created_at.astimezone(UTC).replace(microsecond=0)
    event.add("DTSTAMP", modified)
    event.add("LAST-MODIFIED", modified)
    event.add("CREATED", min(created, modified))
    event.add("SEQUENCE", max(0, int((modified - created).total_seconds())))


def _on_the_wall(local: datetime) -> datetime:
    """A time as the clock on the wall shows it, with the zone beside it, never shifted by a change of clocks."""
    return local.replace(tzinfo=ZONE)
