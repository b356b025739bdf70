"""Whoever is asked to go along: what is theirs, what they may read of the person, and what they may answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from catalogue.scopes import reach_of

from ..life.choices import ConsentKind
from ..models import Contact, Escort, EscortArrangement
from ..permissions import RECEIVE, REFER, holds
from .choices import ASKED, EscortState

RELATED = (
    "entry__activity__venue",
    "entry__activity__organisation",
    "entry__referral__area",
    "entry__referral__unit",
    "escort__user",
    "escort__organisation",
    "escort__unit",
)


def asked() -> QuerySet[EscortArrangement]:
    """The arrangements that somebody has, of open referrals."""
    found = EscortArrangement.objects.filter(state__in=ASKED, escort__isnull=False, entry__referral__closed_at=None)
    return found.select_related(*RELATED)


def escorts_of(user: Any) -> QuerySet[Escort]:
    """As whom the user goes along: themselves, their units, and the organisations they speak for."""
    own = Q(user=user.pk)
    if holds(user, REFER):
        own |= Q(unit__in=user.unit_memberships.values("unit"))
    if holds(user, RECEIVE):
        own |= Q(organisation__in=reach_of(user).organisations)
    return Escort.objects.filter(own)


def asked_of(user: Any) -> QuerySet[EscortArrangement]:
    """What the user is asked, or has said yes to; the next first. Nobody else's: tests/integration/referral/escorts."""
    return asked().filter(escort__in=escorts_of(user)).order_by("meets_at", "pk")


def goes_along(by: Any, made: EscortArrangement) -> bool:
    """Whether `by` (an escort that has the link, or a user) is who is asked."""
    if isinstance(by, Escort):
        return by.pk == made.escort_id
    return escorts_of(by).filter(pk=made.escort_id).exists()


def answers(made: EscortArrangement, now: datetime) -> list[EscortState]:
    """What they may answer: yes or no beforehand, and afterwards how it went."""
    if made.state not in ASKED:
        return []
    if made.meets_at <= now:
        return [EscortState.DONE, EscortState.NOT_DONE]
    said_yes = made.state == EscortState.CONFIRMED
    return [EscortState.PROPOSED] if said_yes else [EscortState.CONFIRMED, EscortState.PROPOSED]


def needs_the_place(made: EscortArrangement, now: datetime) -> bool:
    """Whether they are to know where to meet, and whom: once they have said yes, until the day is over."""
    return made.state == EscortState.CONFIRMED and timezone.localdate(made.meets_at) >= timezone.localdate(now)


def contact_for_escort(made: EscortArrangement, now: datetime) -> Contact | None:
    """Who the person is; only while the person wants to be contacted and the escort is to meet them."""
    wanted = made.entry.referral.consents.filter(kind=ConsentKind.CONTACTED, withdrawn_at__isnull=True)
    if not needs_the_place(made, now) or not wanted.exists():
        return None
    return Contact.objects.filter(referral=made.entry.referral_id).first()
