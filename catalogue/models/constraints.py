"""What the database itself refuses about an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import BaseConstraint, CheckConstraint, F, Q
from django.utils.translation import gettext as _

from ..choices import ActivityType, Character, SignUp, Status

if TYPE_CHECKING:
    from .activity import Activity

OLDEST = 120

ACTIVITY_CONSTRAINTS: list[BaseConstraint] = [
    CheckConstraint(condition=Q(type__in=ActivityType.values), name="activity_type_known"),
    CheckConstraint(condition=Q(character__in=Character.values), name="activity_character_known"),
    CheckConstraint(condition=Q(signup__in=SignUp.values), name="activity_signup_known"),
    CheckConstraint(condition=Q(status__in=Status.values), name="activity_status_known"),
    CheckConstraint(
        condition=Q(age_min__isnull=True) | Q(age_max__isnull=True) | Q(age_min__lte=F("age_max")),
        name="activity_ages_in_order",
    ),
    CheckConstraint(
        condition=Q(price_dkk__isnull=True) | Q(price_dkk__gte=0),
        name="activity_price_not_negative",
    ),
    CheckConstraint(
        condition=Q(capacity__isnull=True) | Q(places_left__isnull=True) | Q(places_left__lte=F("capacity")),
        name="activity_places_within_capacity",
    ),
]


def contradictions(activity: Activity) -> dict[str, str]:
    """Field → what is wrong, in Danish, for the constraints that no single field can see."""
    errors = {}
    if activity.age_min is not None and activity.age_max is not None and activity.age_min > activity.age_max:
        errors["age_max"] = _("»Til alder« skal være mindst lige så høj som »fra alder«.")
    for field in ("age_min", "age_max"):
        if (getattr(activity, field) or 0) > OLDEST:
            errors[field] = _("Alderen kan højst være 120.")
    if activity.price_dkk is not None and activity.price_dkk < 0:
        errors["price_dkk"] = _("Prisen kan ikke være under 0.")
    if activity.capacity is not None and (activity.places_left or 0) > activity.capacity:
        errors["places_left"] = _("Der kan ikke være flere ledige pladser, end der er pladser.")
    return errors
