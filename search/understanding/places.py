"""Place names and postcodes in a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, hypot, inf, radians

from search.language.lemma import is_danish, spelling
from search.language.tokens import tokenise
from search.understanding.phrases import PhraseBook, by_spelling

SHORTEST_ALIAS = 4
KM_PER_DEGREE = 111.2
SHORTEST_VENUE_ALIAS = 7
GENERIC_ENDINGS = re.compile(r"\s+(?:kommune|by|sogn|og omegn)$", re.IGNORECASE)
ABBREVIATIONS = {
    "sdr": "sønder",
    "nr": "nørre",
    "vr": "vester",
    "øst": "øster",
    "sct": "sankt",
    "skt": "sankt",
    "st": "store",
    "ll": "lille",
}
DIRECTIONS = (
    frozenset(ABBREVIATIONS)
    | frozenset(ABBREVIATIONS.values())
    | {"gammel", "gl", "ny", "nye", "store", "lille", "nordre", "søndre"}
)


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area, as far as names go."""

    slug: str
    name: str
    parent: str | None
    postcodes: tuple[str, ...] = ()
    centre: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class VenueName:
    """A venue, as far as names go."""

    slug: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Place:
    """What a name means: an area, a postcode's areas, or a venue in its area.

    ``areas`` are slugs, the narrowest first; ``within`` is the kommune they lie in.
    """

    kind: str
    value: str
    label: str
    areas: tuple[str, ...]
    within: str


class Gazetteer:
    """Knows the names of areas and venues, bare forms included: "Slagelse" for "Slagelse Kommune" and "Slagelse by"."""

    def __init__(self, areas: Iterable[AreaName], venues: Iterable[VenueName]) -> None:
        self.areas: Mapping[str, AreaName] = {area.slug: area for area in areas}
        self._venues = tuple(venues)

    def root(self, slug: str) -> str:
        """The kommune that the area lies in; the area itself when it is one."""
        area = self.areas[slug]
        while area.parent and area.parent in self.areas:
            area = self.areas[area.parent]
        return area.slug

    def ancestors(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """The areas that hold these, without them."""
        found: dict[str, None] = {}
        for slug in slugs:
            parent = self.areas[slug].parent if slug in self.areas else None
            while parent and parent in self.areas:
                found[parent] = None
                parent = self.areas[parent].parent
        return tuple(area for area in found if area not in slugs)

    def nearest(self, point: tuple[float, float]) -> str | None:
        """The area whose centre is nearest to the point (degrees); local areas before the kommune around them."""
        found = [area for area in self.areas.values() if area.centre and (area.parent or len(self.areas) == 1)]
        if not found:
            return None
        return min(found, key=lambda area: (_far(area.centre, point), area.slug)).slug

    def overlap(self, slug: str, others: Iterable[str]) -> bool:
        """Whether an area is one of the others, lies in one of them or holds one."""
        chosen = set(others)
        return slug in chosen or not chosen.isdisjoint(self.ancestors((slug,))) or slug in self.ancestors(chosen)

    def postcode(self, digits: str) -> Place | None:
        """The areas that have this postcode, local ones before the kommune; None when no area has it."""
        found = [slug for slug, area in self.areas.items() if digits in area.postcodes]
        local = [slug for slug in found if self.areas[slug].parent] or found
        # A quarter shares its town's postcode; the town holds the quarter.
        local = [slug for slug in local if self.areas[slug].parent not in local] or local
        if not local:
            return None
        names = " / ".join(self.areas[slug].name for slug in local[:2])
        return Place("postcode", digits, f"{digits} {names}", tuple(local), self.root(local[0]))

    @cached_property
    def book(self) -> PhraseBook[Place]:
        """Names of all places, ready to be found in a question."""
        names = [*self._area_names(), *self._venue_names()]
        return PhraseBook(
            [*names, *((f"{name}s", place) for name, place in names if not name.endswith("s"))], by_spelling
        )

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every name, for the lexicon."""
        return tuple(area.name for area in self.areas.values()) + tuple(venue.name for venue in self._venues)

    def _area_names(self) -> Iterator[tuple[str, Place]]:
        by_name: dict[str, list[str]] = {}
        for slug, area in self.areas.items():
            for name in _forms(area.name):
                by_name.setdefault(name, []).append(slug)
        for name, slugs in by_name.items():
            slugs.sort(key=lambda slug: (self.areas[slug].parent is None, slug))
            yield name, Place("area", slugs[0], self.areas[slugs[0]].name, tuple(slugs), self.root(slugs[0]))

    def _venue_names(self) -> Iterator[tuple[str, Place]]:
        tokens = Counter(spelling(token.text) for venue in self._venues for token in tokenise(venue.name))
        area_words = {spelling(token.text) for area in self.areas.values() for token in tokenise(area.name)}
        for venue in self._venues:
            place = Place("venue", venue.slug, venue.name, (venue.area,), self.root(venue.area))
            yield venue.name.split(",")[0], place
            for token in tokenise(venue.name):
                form = spelling(token.text)
                if (
                    tokens[form] == 1
                    and len(form) >= SHORTEST_VENUE_ALIAS
                    and form not in area_words
                    and not is_danish(form)
                ):
                    yield form, place


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """About how far it is between two points in degrees that are not far apart."""
    return KM_PER_DEGREE * _far(one, other)


def _far(one: tuple[float, float] | None, other: tuple[float, float]) -> float:
    """Something that grows with the distance; good enough to tell which of some centres is nearest."""
    if one is None:
        return inf
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(other[0])))


def _forms(name: str) -> set[str]:
    """Names by which people may call an area: whole, bare, spelt out, and its parts."""
    forms = {name, GENERIC_ENDINGS.sub("", name)}
    for form in tuple(forms):
        forms.update(part.strip() for part in form.split(" og "))
    for form in tuple(forms):
        words = [token.text for token in tokenise(form)]
        forms.add(" ".join(ABBREVIATIONS.get(word, word) for word in words))
        if len(words) > 1:
            forms.update(
                word for word in (words[0], words[-1]) if len(word) >= SHORTEST_ALIAS and word not in DIRECTIONS
            )
    return {form for form in forms if spelling(form) not in {"kommune", "by", "sjælland", "jylland", "fyn"}}
