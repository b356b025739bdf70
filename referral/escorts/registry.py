"""Who may register whom as an escort."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from catalogue.models import Area, Organisation
from catalogue.scopes import reach_of

from ..models import Escort, Unit
from ..permissions import COORDINATE, FOLLOW, REFER, holds


def areas_of(user: Any) -> QuerySet[Area]:
    """Where the user may register: their own areas, and those of their units with all their parts."""
    keys: set[int] = set(reach_of(user).areas) if holds(user, FOLLOW) or holds(user, COORDINATE) else set()
    if holds(user, REFER):
        for membership in user.unit_memberships.select_related("unit__area"):
            keys |= {area.pk for area in membership.unit.area.descendants(include_self=True)}
    return Area.objects.filter(pk__in=keys)


def whom(user: Any) -> tuple[QuerySet[Unit], QuerySet[Organisation]]:
    """Units and organisations that the user may register, beside themselves."""
    own = Q(unit_members__user=user.pk) if holds(user, REFER) else Q(pk__in=[])
    if not (holds(user, FOLLOW) or holds(user, COORDINATE)):
        return Unit.objects.filter(own).distinct(), Organisation.objects.none()
    areas = reach_of(user).areas
    units = Unit.objects.filter(own | Q(area__in=areas)).distinct()
    return units, Organisation.objects.filter(activities__areas__in=areas).distinct().order_by("name")


def may_register(user: Any, who: Any, areas: Sequence[Area]) -> bool:
    """Whether the user may register `who` in all of the areas."""
    units, organisations = whom(user)
    allowed = who == user
    if isinstance(who, Unit):
        allowed = units.filter(pk=who.pk).exists()
    elif isinstance(who, Organisation):
        allowed = organisations.filter(pk=who.pk).exists()
    return allowed and {area.pk for area in areas} <= set(areas_of(user).values_list("pk", flat=True))


def registered(user: Any) -> QuerySet[Escort]:
    """The escorts of the user's areas, and the user."""
    seen = Q(areas__in=areas_of(user)) | Q(user=user.pk)
    found = Escort.objects.filter(seen).distinct()
    return found.select_related("user", "organisation", "unit").prefetch_related("areas")
