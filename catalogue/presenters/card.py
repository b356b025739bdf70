"""One activity in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from ..choices import Status
from ..freshness import is_stale
from ..models import Activity
from .accessibility import Badge, badges_of
from .contact import Contact, contact_of
from .doors import Door, door_of
from .facts import Fact, facts_of

Segments = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What a list shows of an activity. `title` and `summary` are segments: (text, whether it was searched for)."""

    address: str
    door: Door
    title: Segments
    summary: Segments
    facts: list[Fact]
    badges: list[Badge]
    reasons: tuple[str, ...]
    paused: bool
    stale: bool
    contact: Contact


def card_of(
    activity: Activity,
    now: datetime,
    *,
    distance_km: float | None = None,
    asked: Iterable[str] = (),
    highlights: dict[str, Segments] | None = None,
    reasons: tuple[str, ...] = (),
) -> Card:
    """The card of an activity; `asked` are the accessibility features searched for."""
    highlights = highlights or {}
    return Card(
        address=activity.get_absolute_url(),
        door=door_of(activity.type),
        title=highlights.get("title") or ((activity.title, False),),
        summary=highlights.get("summary") or ((activity.summary, False),),
        facts=facts_of(activity, now, distance_km),
        badges=badges_of(activity, asked),
        reasons=reasons,
        paused=activity.status == Status.PAUSED,
        stale=is_stale(activity, localdate(now)),
        contact=contact_of(activity),
    )
