"""Areas and places of the address that nobody knows, each with the areas that it may stand for."""

from __future__ import annotations

from collections.abc import Mapping

from search.planning.areas import proposals
from search.query import SearchQuery
from search.results import Relaxation, UnknownArea, WiderKind
from search.understanding.places import Gazetteer

AREA, NEAR = "omraade", "naer"


def unknown_areas(query: SearchQuery, counts: Mapping[str, int], gazetteer: Gazetteer) -> tuple[UnknownArea, ...]:
    """One for each; `counts` are the hits of each area, counted without the areas that were chosen."""
    return tuple(
        UnknownArea(ignored.value, tuple(_proposals(ignored.value, query, counts, gazetteer)))
        for ignored in query.ignored
        if ignored.parameter in (AREA, NEAR)
    )


def _proposals(value: str, query: SearchQuery, counts: Mapping[str, int], gazetteer: Gazetteer) -> list[Relaxation]:
    return [
        Relaxation(gazetteer.areas[slug].name, query.with_value(AREA, slug), counts.get(slug, 0), WiderKind.PLACE)
        for slug in proposals(value, gazetteer)
    ]
