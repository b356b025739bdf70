"""Where to write to those who go along."""

from __future__ import annotations

from ..answering.addresses import addresses_of
from ..models import Escort, UnitMember


def addresses_of_escort(escort: Escort) -> list[str]:
    """A user's own, an organisation's or a unit's; else those of its people. Empty when there are none."""
    if escort.user:
        return [escort.user.email] if escort.user.is_active and escort.user.email else []
    if escort.organisation:
        return addresses_of(escort.organisation)
    if escort.unit is None:
        return []
    if escort.unit.mail:
        return [escort.unit.mail]
    people = UnitMember.objects.filter(unit=escort.unit, user__is_active=True).exclude(user__email="")
    return sorted(set(people.values_list("user__email", flat=True)))
