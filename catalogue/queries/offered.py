"""What an editor's form offers to tick: the same for everybody, and kept while the content stays the same."""

from __future__ import annotations

from django.db.models.functions import Lower

from ..kept import kept
from ..models import Area, Interest, TargetGroup

Choices = tuple[tuple[int, str], ...]


def indented(area: Area) -> str:
    """The area's name, moved in by how deep it lies; with no-break spaces, as browsers swallow others."""
    return "\N{NO-BREAK SPACE}" * 4 * getattr(area, "tree_depth", 0) + area.name


@kept
def area_choices() -> Choices:
    """Key and name of every area, in the tree's order; one query, and none while the content stays the same."""
    return tuple((area.pk, indented(area)) for area in Area.objects.with_tree_fields().iterator())


@kept
def term_choices(model: type[Interest] | type[TargetGroup]) -> Choices:
    """Key and name of every term, by name; one query, and none while the content stays the same."""
    return tuple(model.objects.order_by(Lower("name")).values_list("pk", "name"))
