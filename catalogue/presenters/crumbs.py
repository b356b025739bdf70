"""Where a page stands: the words and addresses above it, the front page left out."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from ..models import Activity, Area
from .doors import door_of

Crumb = tuple[str, str]


def catalogue_crumb() -> Crumb:
    return _("Alle aktiviteter"), reverse("search:results")


def languages_crumb() -> Crumb:
    return _("Andre sprog"), reverse("catalogue:languages")


def activity_crumbs(activity: Activity) -> list[Crumb]:
    """The catalogue, then the part that the activity belongs to."""
    door = door_of(activity.type)
    return [catalogue_crumb(), (str(door.label), door.address)]


def area_crumbs(ancestors: Iterable[Area]) -> list[Crumb]:
    """The catalogue, then the areas that hold this one."""
    return [
        catalogue_crumb(),
        *((area.name, area.get_absolute_url()) for area in ancestors),
    ]
