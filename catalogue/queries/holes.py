"""Which entries lack what citizens would miss: `completeness.SHOULD`, asked of the database for many at once."""

from __future__ import annotations

from django.db.models import Case, Exists, IntegerField, OuterRef, Q, Value, When

from ..choices import Delivery
from ..models import ActivityAccessibility, ActivityInterest, VenueAccessibility
from ..querysets import ActivityQuerySet

# Field → when it lacks; the fields are those of `completeness.SHOULD`.
LACKS: dict[str, Q] = {
    "description": Q(description__regex=r"^\s*$"),
    "first_visit": Q(first_visit__regex=r"^\s*$"),
    "venue": Q(venue=None, delivery__has=Delivery.IN_PERSON.value),
    "interests": Q(~Exists(ActivityInterest.objects.filter(content_object=OuterRef("pk")))),
    "price_dkk": Q(price_dkk=None, price_text__regex=r"^\s*$"),
    "contact_name": Q(contact_name__regex=r"^\s*$"),
    "accessibility_answers": Q(
        ~Exists(ActivityAccessibility.objects.filter(activity=OuterRef("pk"))),
        ~Exists(VenueAccessibility.objects.filter(venue=OuterRef("venue"))),
    ),
    "image": Q(image=None),
    "verified_on": Q(verified_on=None),
}


def lacking(entries: ActivityQuerySet, field: str) -> ActivityQuerySet:
    """Those of the entries that lack one thing; `KeyError` for a field that is not asked for."""
    return entries.filter(LACKS[field])


def with_holes(entries: ActivityQuerySet) -> ActivityQuerySet:
    """Those of the entries that lack something, with `holes`: how many things."""
    return entries.annotate(holes=_number()).filter(holes__gt=0)


def _number() -> Case:
    total = None
    for lack in LACKS.values():
        one = Case(When(lack, then=Value(1)), default=Value(0), output_field=IntegerField())
        total = one if total is None else total + one
    return total
