"""The line before an activity: those on its waiting list, longest waiting first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from ..life.choices import State
from ..models import ReferralActivity


@dataclass(frozen=True, slots=True)
class Waiting:
    """One who waits: `place` counts from 1; `has_room` when there are at least so many places left."""

    entry: ReferralActivity
    place: int
    has_room: bool


def in_line() -> QuerySet[ReferralActivity]:
    """Everyone who waits in an open referral, longest waiting first."""
    waiting = ReferralActivity.objects.filter(state=State.WAITING, referral__closed_at__isnull=True)
    return waiting.filter(activity__isnull=False).order_by("since", "pk")


def place_in_line(entry: ReferralActivity) -> int | None:
    """The place of one who waits, from 1; None for one who does not. One query."""
    if entry.state != State.WAITING or entry.activity_id is None or not entry.referral.is_open:
        return None
    earlier = Q(since__lt=entry.since) | Q(since=entry.since, pk__lt=entry.pk)
    return in_line().filter(earlier, activity=entry.activity_id).count() + 1


def line_of(activity: int) -> tuple[int, list[int]]:
    """How many wait, and the places in the line, from 1, that there may be room for; one query."""
    rooms = list(in_line().filter(activity=activity).values_list("room_at", flat=True))
    return len(rooms), [place for place, room_at in enumerate(rooms, start=1) if room_at]


def lines(activities: Iterable[int]) -> dict[int, list[Waiting]]:
    """Activity → those who wait for it, in their order; one query. Shown by tests/integration/referral/waiting."""
    wanted = in_line().filter(activity__in=list(activities))
    found: dict[int, list[Waiting]] = {}
    for entry in wanted.select_related("activity__organisation", "referral__owner", "referral__area"):
        line = found.setdefault(entry.activity_id, [])
        left = entry.activity.places_left or 0
        line.append(Waiting(entry, len(line) + 1, len(line) < left))
    return found
