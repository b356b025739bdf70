"""Who could go along: those who have time first, and of them the nearest to where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from catalogue.models import Area

from ..finder.facts import kilometres
from ..models import Escort, EscortArrangement, ReferralActivity
from .choices import OPEN, free_time_of

# Whoever goes along with somebody is away for so long, before and after they meet.
AWAY = timedelta(hours=2)
METRES = 1000


@dataclass(frozen=True, slots=True)
class Proposal:
    """One who could. `free` is None when their times are not known; `km` from the middle of their nearest area."""

    escort: Escort
    km: float | None
    free: bool | None
    helps: bool


def walking_km(entry: ReferralActivity) -> float | None:
    """From the middle of the person's area to the place, as the crow flies; None where there is no place."""
    venue = entry.activity.venue if entry.activity else None
    return kilometres(entry.referral.area.position, venue.position) if venue else None


def is_walkable(km: float | None) -> bool:
    """Whether home care can be expected to walk there: within `settings.REFERRAL_ESCORT_METRES`."""
    return km is not None and km * METRES <= settings.REFERRAL_ESCORT_METRES


def escorts_near(area: Area) -> list[Escort]:
    """Those who go along there: of the area, of what it lies in, or of a part of it."""
    around = {*area.ancestors(include_self=True), *area.descendants()}
    found = Escort.objects.filter(active=True, areas__in=[one.pk for one in around]).distinct()
    return list(found.select_related("user", "organisation", "unit").prefetch_related("areas"))


def proposals_for(entry: ReferralActivity, meets_at: datetime, help_: str) -> list[Proposal]:
    """Everyone who could, in their order; shown by tests/integration/referral/escorts.

    Those who are with somebody else then are busy; whose times are not known come after those who are free.
    """
    venue = entry.activity.venue if entry.activity else None
    there = venue.position if venue else entry.referral.area.position
    taken = EscortArrangement.objects.filter(
        state__in=OPEN, escort__isnull=False, meets_at__range=(meets_at - AWAY, meets_at + AWAY)
    ).exclude(entry=entry)
    busy = set(taken.values_list("escort", flat=True))
    slot = free_time_of(timezone.localtime(meets_at))
    found = []
    for escort in escorts_near(entry.referral.area):
        away = [kilometres(area.position, there) for area in escort.areas.all()]
        known = [km for km in away if km is not None]
        free = False if escort.pk in busy else slot in escort.free if escort.free else None
        found.append(Proposal(escort, min(known, default=None), free, help_ in escort.helps))
    return sorted(found, key=_order)


def _order(one: Proposal) -> tuple[bool, int, float, int]:
    free = {True: 0, None: 1, False: 2}[one.free]
    return (not one.helps, free, float("inf") if one.km is None else one.km, one.escort.pk)
