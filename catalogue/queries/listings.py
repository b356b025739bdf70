"""What happens at a place, with an organiser, or in an area."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from ..models import Activity, Area, Organisation, Venue
from ..querysets import ActivityQuerySet

# What runs comes before what is on pause: "aktiv", "pause".
ORDER = ("status", "title", "pk")


def with_organisation(organisation: Organisation) -> ActivityQuerySet:
    """What the organisation runs."""
    return Activity.objects.published().filter(organisation=organisation).order_by(*ORDER).for_card()


def at_venue(venue: Venue) -> ActivityQuerySet:
    """What takes place at the venue."""
    return Activity.objects.published().filter(venue=venue).order_by(*ORDER).for_card()


def serving(areas: Iterable[Area]) -> ActivityQuerySet:
    """What serves at least one of the areas."""
    served = Activity.areas.through.objects.filter(activity=OuterRef("pk"), area__in=[area.pk for area in areas])
    return Activity.objects.published().filter(Exists(served)).order_by(*ORDER).for_card()
