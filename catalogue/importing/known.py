"""What the database knows when files are read."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from ..models import Area, FormerSlug, Interest, Organisation, TargetGroup, Venue
from .references import Known


def known_entries() -> Known:
    """The slugs and terms that entries may refer to, in seven queries."""
    areas: dict[str, str | None] = dict(Area.objects.without_tree_fields().values_list("slug", "parent__slug"))
    return Known(
        areas=areas | dict.fromkeys(current_slugs(Area)),
        organisations={*Organisation.objects.values_list("slug", flat=True), *current_slugs(Organisation)},
        venues={*Venue.objects.values_list("slug", flat=True), *current_slugs(Venue)},
        interests={name.casefold() for name in Interest.objects.values_list("name", flat=True)},
        target_groups={name.casefold() for name in TargetGroup.objects.values_list("name", flat=True)},
    )


def current_slugs(model: type[Model]) -> dict[str, int]:
    """Former slug → primary key, so that a file keeps working when somebody has given an entry another address."""
    content_type = ContentType.objects.get_for_model(model)
    return dict(FormerSlug.objects.filter(content_type=content_type).values_list("slug", "object_id"))
