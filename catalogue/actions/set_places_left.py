"""How many places are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import Activity
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

PLACES = "catalogue.places"
MOST = 100_000


def set_places_left(
    *, entry: Activity, number: int | None = None, more: int | None = None, by: User | None
) -> Activity:
    """Set the places left to `number`, or make them `more` (fewer when negative); with neither, not known any more.

    Never below 0 by steps, nor above the capacity. Raises `ValidationError` for a number outside them, and for a step
    from what is not known. A draft with a smaller capacity gets as many as it has.
    """
    data: dict[str, int | None] = {}

    def change(version: Activity) -> None:
        before, capacity = version.places_left, version.capacity
        version.places_left = _stepped(before, more, capacity) if more is not None else _checked(number, capacity)
        data.update(before=before, after=version.places_left)

    def in_draft(version: Activity) -> None:
        after = data["after"]
        version.places_left = after if after is None or version.capacity is None else min(after, version.capacity)

    return change_entry(entry=entry, change=change, in_draft=in_draft, action=PLACES, by=by, data=data)


def _stepped(before: int | None, more: int, capacity: int | None) -> int:
    if before is None:
        raise ValidationError(_("Vi ved ikke, hvor mange ledige pladser der er. Skriv antallet først."))
    return min(max(before + more, 0), MOST if capacity is None else capacity)


def _checked(number: int | None, capacity: int | None) -> int | None:
    if number is not None and capacity is not None and number > capacity:
        raise ValidationError(
            _("Der er kun %(capacity)d pladser i alt. Skriv et tal fra 0 til %(capacity)d.") % {"capacity": capacity}
        )
    if number is not None and not 0 <= number <= MOST:
        raise ValidationError(_("Skriv et tal fra 0 til %(most)d.") % {"most": MOST})
    return number
