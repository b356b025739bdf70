"""What hangs on an entry whose form is shown, each kind of row read once, however many parts of the form ask for it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Prefetch, prefetch_related_objects

from ..models import (
    Activity,
    ActivityAccessibility,
    ActivityInterest,
    ActivityTargetGroup,
    Venue,
    VenueAccessibility,
)
from ..models.editing import EditedEntry

# What comes with the entry itself, in the same query.
TOLD_WITH_IT = ("latest_revision__user", "live_revision__user")
JOINED: dict[type[Model], tuple[str, ...]] = {
    Activity: ("organisation", "venue", "image", *TOLD_WITH_IT),
    Venue: ("area", "image", *TOLD_WITH_IT),
}
# Rows that have no order of their own are given one: a list of rows in a form would ask again to get it.
ROWS: dict[type[Model], tuple[str | Prefetch, ...]] = {
    Activity: (
        "schedules",
        "date_exceptions",
        "translations",
        "areas",
        Prefetch("interest_links", ActivityInterest.objects.select_related("tag")),
        Prefetch("target_group_links", ActivityTargetGroup.objects.select_related("tag")),
        Prefetch("accessibility_answers", ActivityAccessibility.objects.order_by("pk")),
        "organisation",
        "venue__accessibility_answers",
    ),
    Venue: (Prefetch("accessibility_answers", VenueAccessibility.objects.order_by("pk")),),
}
# A draft has its rows in memory; what they and it point to is read.
OF_A_DRAFT: dict[type[Model], tuple[str, ...]] = {
    Activity: ("organisation", "venue__accessibility_answers", "image"),
    Venue: ("area", "image"),
}
TERMS_OF_A_DRAFT: dict[type[Model], tuple[str, ...]] = {Activity: ("interest_links", "target_group_links")}


def joined(model: type[Model]) -> tuple[str, ...]:
    """The relations that are read together with an entry whose form is shown."""
    return JOINED.get(model, TOLD_WITH_IT if issubclass(model, EditedEntry) else ())


def read_whole(entry: Model) -> None:
    """Reads what is not read yet. What has been changed in memory stays as it is."""
    if is_draft(entry):
        prefetch_related_objects([entry], *OF_A_DRAFT.get(type(entry), ()))
        for name in TERMS_OF_A_DRAFT.get(type(entry), ()):
            prefetch_related_objects(list(getattr(entry, name).all()), "tag")
    else:
        prefetch_related_objects([entry], *ROWS.get(type(entry), ()))


def is_draft(entry: Any) -> bool:
    """Whether the entry was made of a revision, whose rows are in memory."""
    return bool(getattr(entry, "_cluster_related_objects", None))
