"""The areas as a tree."""

from __future__ import annotations

from dataclasses import dataclass

from ..kept import kept
from ..models import Area


@dataclass(frozen=True, slots=True)
class Kommune:
    """A root area and everything in it, in reading order."""

    area: Area
    parts: tuple[Area, ...]


def kommuner() -> list[Kommune]:
    """Every root with the areas below it, however deep; one query, and none while the content stays the same."""
    return list(_kommuner())


@kept
def _kommuner() -> tuple[Kommune, ...]:
    trees: list[tuple[Area, list[Area]]] = []
    for area in Area.objects.with_tree_fields():
        if area.tree_depth == 0:
            trees.append((area, []))
        else:
            trees[-1][1].append(area)
    return tuple(Kommune(root, tuple(parts)) for root, parts in trees)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where an area stands: the areas that hold it, outermost first, those directly in it, and all that are in it."""

    ancestors: tuple[Area, ...]
    children: tuple[Area, ...]
    descendants: tuple[Area, ...]


def surroundings(area: Area) -> Surroundings:
    """The areas around one: there are few areas, and walking up and down the tree would ask more often."""
    areas = _by_key()
    if area.pk not in areas:  # made since
        areas = {**areas, area.pk: area}
    paths = {pk: _path(other, areas) for pk, other in areas.items()}
    return Surroundings(
        ancestors=tuple(paths[area.pk][:-1]),
        children=tuple(other for other in areas.values() if other.parent_id == area.pk),
        descendants=tuple(other for pk, other in areas.items() if pk != area.pk and areas[area.pk] in paths[pk]),
    )


@kept
def _by_key() -> dict[int, Area]:
    return {area.pk: area for area in Area.objects.all()}


def _path(area: Area, areas: dict[int, Area]) -> list[Area]:
    """The area and what holds it, outermost first."""
    path = [area]
    while path[0].parent_id is not None:
        path.insert(0, areas[path[0].parent_id])
    return path
