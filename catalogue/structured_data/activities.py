"""What it is: something that happens once, again and again, or whenever it is needed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from ..choices import Delivery, Status
from ..feeds.series import Series, series_of
from ..models import Activity
from ..recurrence import ZONE, Occurrence, moment, wall_clock
from ..recurrence.activity import exceptions_of, rules_of, upcoming
from ..sharing.addresses import absolute
from .graph import Thing, thing
from .organisations import organiser_of
from .places import areas_served, is_remote, locations_of
from .schedules import last_date, schedule_of

COMING_TOLD = 6
STATUSES = {"planned": "EventScheduled", "cancelled": "EventCancelled", "moved": "EventRescheduled"}
MET_IN_PERSON = {Delivery.IN_PERSON, Delivery.OUTDOORS, Delivery.AT_HOME}


def thing_of_activity(activity: Activity, now: datetime) -> Thing | None:
    """An `Event` for a single date, an `EventSeries` for what repeats, a `Service` for what has no dates.

    None for what has ended. `now` (aware) decides which dates are coming.
    """
    if activity.status == Status.ENDED:
        return None
    rules = rules_of(activity)
    series = series_of(rules, exceptions_of(activity, rules), known_at=wall_clock(now))
    if not series:
        return _service(activity)
    if len(series) == 1 and not series[0].repeats:
        return _event("Event", activity) | _single(series[0], activity)
    return _event("EventSeries", activity) | _repeating(series, activity, now)


def _common(activity: Activity) -> dict[str, Any]:
    return {
        "name": activity.title,
        "description": activity.summary,
        "url": absolute(activity.get_absolute_url()),
        "identifier": str(activity.uuid),
        "audience": _audience(activity),
        "offers": _offer(activity),
    }


def _service(activity: Activity) -> Thing:
    return thing(
        "Service",
        **_common(activity),
        provider=organiser_of(activity),
        areaServed=areas_served(activity),
        serviceType=str(activity.get_character_display()),
    )


def _event(kind: str, activity: Activity) -> Thing:
    return thing(
        kind,
        **_common(activity),
        organizer=organiser_of(activity),
        location=locations_of(activity),
        eventAttendanceMode=f"https://schema.org/{_attendance(activity)}",
        isAccessibleForFree=None if activity.price_dkk is None else activity.price_dkk == 0,
        inLanguage=list(activity.languages),
        keywords=[term.name for term in activity.interest_terms],
        typicalAgeRange=_ages(activity),
        maximumAttendeeCapacity=activity.capacity,
        remainingAttendeeCapacity=activity.places_left,
    )


def _repeating(series: list[Series], activity: Activity, now: datetime) -> Thing:
    lasts = [last_date(one.rule) for one in series]
    known = [last for last in lasts if last]
    return thing(
        "EventSeries",
        startDate=moment(min(one.first for one in series)).isoformat(),
        endDate=moment(max(known)).isoformat() if len(known) == len(series) else None,
        eventStatus=_status("planned", activity),
        eventSchedule=[found for one in series if one.repeats and (found := schedule_of(one))],
        subEvent=[_date(occurrence, activity) for occurrence in upcoming(activity, after=now, limit=COMING_TOLD)],
    )


def _date(occurrence: Occurrence, activity: Activity) -> Thing:
    """One coming date; it repeats what search engines ask of every event."""
    moved = occurrence.status == "moved"
    return thing(
        "Event",
        name=activity.title,
        description=occurrence.reason or activity.summary,
        url=absolute(activity.get_absolute_url()),
        startDate=occurrence.start.isoformat(),
        endDate=occurrence.end.isoformat(),
        previousStartDate=occurrence.original_start.isoformat() if moved else None,
        eventStatus=_status(occurrence.status, activity),
        eventAttendanceMode=f"https://schema.org/{_attendance(activity)}",
        location=locations_of(activity),
    )


def _single(series: Series, activity: Activity) -> Thing:
    change = series.change_of(series.first)
    start = moment((change.moved_to if change else None) or series.first)
    minutes = (change.minutes if change and change.moved_to else None) or series.rule.minutes
    return thing(
        "Event",
        startDate=start.isoformat(),
        endDate=(start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZONE).isoformat(),
        previousStartDate=moment(series.first).isoformat() if change and change.moved_to else None,
        eventStatus=_status(change.kind if change else "planned", activity),
    )


def _status(status: str, activity: Activity) -> str:
    paused = activity.status == Status.PAUSED
    return f"https://schema.org/{'EventPostponed' if paused else STATUSES[status]}"


def _attendance(activity: Activity) -> str:
    present = bool(MET_IN_PERSON.intersection(activity.delivery))
    if present and is_remote(activity):
        return "MixedEventAttendanceMode"
    return "OnlineEventAttendanceMode" if is_remote(activity) else "OfflineEventAttendanceMode"


def _audience(activity: Activity) -> Thing | None:
    groups = ", ".join(term.name for term in activity.target_group_terms)
    if not groups and activity.age_min is None and activity.age_max is None:
        return None
    return thing(
        "PeopleAudience", audienceType=groups, suggestedMinAge=activity.age_min, suggestedMaxAge=activity.age_max
    )


def _ages(activity: Activity) -> str:
    """ "60-", "18-30", "0-25", or "" for every age."""
    if activity.age_min is None and activity.age_max is None:
        return ""
    return f"{activity.age_min or 0}-{'' if activity.age_max is None else activity.age_max}"


def _offer(activity: Activity) -> Thing | None:
    if activity.price_dkk is None:
        return None
    full = activity.places_left == 0
    return thing(
        "Offer",
        price=f"{activity.price_dkk:.2f}",
        priceCurrency="DKK",
        description=activity.price_text,
        url=absolute(activity.get_absolute_url()),
        availability=f"https://schema.org/{'SoldOut' if full else 'InStock'}",
    )
