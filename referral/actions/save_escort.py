"""Registering who can go along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from catalogue.models import Area, Organisation

from ..escorts.registry import may_register
from ..models import Escort, Unit
from .changing import NotAllowed


@transaction.atomic
def save_escort(
    *,
    who: Any,
    areas: Iterable[Area],
    helps: Sequence[str],
    free: Sequence[str],
    by: Any,
    active: bool = True,
) -> Escort:
    """Register `who` (a user, an organisation or a unit), or write anew what is registered of them.

    Raises `NotAllowed` when `by` may not register for them in all of the areas, those they leave too; ValueError
    without an area or without help.
    """
    areas = list(areas)
    if not areas or not helps:
        raise ValueError("an escort goes somewhere, and helps with something")
    name = "organisation" if isinstance(who, Organisation) else "unit" if isinstance(who, Unit) else "user"
    escort = Escort.objects.filter(**{name: who}).first()
    before = list(escort.areas.all()) if escort else []
    if not may_register(by, who, [*areas, *before]):
        raise NotAllowed("this actor does not register them there")
    escort = escort or Escort(**{name: who})
    escort.helps, escort.free, escort.active = tuple(helps), tuple(free), active
    escort.save()
    escort.areas.set(areas)
    return escort
