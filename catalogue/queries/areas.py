"""The areas as a tree."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Area


@dataclass(frozen=True, slots=True)
class Kommune:
    """A root area and everything in it, in reading order."""

    area: Area
    parts: tuple[Area, ...]


def kommuner() -> list[Kommune]:
    """Every root with the areas below it, however deep; one query."""
    trees: list[tuple[Area, list[Area]]] = []
    for area in Area.objects.with_tree_fields():
        if area.tree_depth == 0:
            trees.append((area, []))
        else:
            trees[-1][1].append(area)
    return [Kommune(root, tuple(parts)) for root, parts in trees]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where an area stands: the areas that hold it, outermost first, those directly in it, and all that are in it."""

    ancestors: tuple[Area, ...]
    children: tuple[Area, ...]
    descendants: tuple[Area, ...]


def surroundings(area: Area) -> Surroundings:
    """The areas around one, in one query: there are few areas, and walking up and down the tree asks more often."""
    areas = {other.pk: other for other in Area.objects.all()}
    paths = {pk: _path(other, areas) for pk, other in areas.items()}
    return Surroundings(
        ancestors=tuple(paths[area.pk][:-1]),
        children=tuple(other for other in areas.values() if other.parent_id == area.pk),
        descendants=tuple(other for pk, other in areas.items() if pk != area.pk and areas[area.pk] in paths[pk]),
    )


def _path(area: Area, areas: dict[int, Area]) -> list[Area]:
    """The area and what holds it, outermost first."""
    path = [area]
    while path[0].parent_id is not None:
        path.insert(0, areas[path[0].parent_id])
    return path
