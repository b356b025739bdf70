"""Areas of an address that nobody knows, and which may have been meant."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from search.language.analysis import analyse
from search.language.characters import keyboard
from search.query import Ignored, SearchQuery
from search.understanding.places import Gazetteer

MOST = 5
# Of 100; "slagelse" for "slagelse-by" has 90, two different towns some 50.
ALIKE = 75


def with_known_areas(query: SearchQuery, gazetteer: Gazetteer) -> SearchQuery:
    """The question without areas that nobody knows; they are named among what was ignored, so that the page says so."""
    unknown = [slug for slug in query.areas if slug not in gazetteer.areas]
    if not unknown:
        return query
    known = tuple(slug for slug in query.areas if slug in gazetteer.areas)
    return replace(query, areas=known, ignored=(*query.ignored, *(Ignored("omraade", slug) for slug in unknown)))


def proposals(value: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Slugs of the areas that an unknown one may stand for, the likeliest first; the kommuner when it is like none."""
    words = value.replace("-", " ")
    named = [slug for match in gazetteer.book.longest(analyse(words)) for slug in match.meaning.areas]
    alike = [
        (-score, slug)
        for slug, area in gazetteer.areas.items()
        for known in (slug.replace("-", " "), area.name)
        if (score := fuzz.WRatio(keyboard(words), keyboard(known.lower()))) >= ALIKE
    ]
    found = [*named, *(slug for _score, slug in sorted(alike))]
    return tuple(dict.fromkeys(found or (slug for slug, area in gazetteer.areas.items() if not area.parent)))[:MOST]
