"""`SearchResults`: the whole answer to a `SearchQuery`, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from .query import SearchQuery


class WiderKind(StrEnum):
    """In what another question differs from the one that was asked, in the order in which they are shown."""

    SPELT = "spelt"
    LESS = "less"
    PLACE = "place"
    TIME = "time"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class Chip:
    """Something understood in the typed text: "Korsør" as an area. `without` is the question without those words."""

    kind: str
    value: str
    label: str
    start: int
    end: int
    without: SearchQuery


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that was searched as another; `instead` is the question spelt as we read it."""

    typed: str
    corrected: str
    instead: SearchQuery


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Another question and how many fit it: "Prøv uden »Kørestol« – 12"; `km` is how far away its place is."""

    label: str
    query: SearchQuery
    count: int
    kind: WiderKind = WiderKind.LESS
    km: float | None = None


@dataclass(frozen=True, slots=True)
class UnknownArea:
    """An area of the address that nobody knows, and the question with each area that it may stand for."""

    typed: str
    proposals: tuple[Relaxation, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One choice of a facet; `count` is the hits it would give, with this facet alone unset."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with all its values in a fixed order."""

    parameter: str
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read: what it is called, where it is, what sort of thing it is ("guide"), and its language."""

    title: str
    address: str
    sort: str | Promise
    language: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One found thing. `item` is the model instance; `highlights` maps a field to safe-to-mark segments
    (text, is it a match); `reasons` are short Danish phrases that say why it is here."""

    item: Any
    kind: str
    score: float
    tier: str
    distance_km: float | None = None
    highlights: dict[str, tuple[tuple[str, bool], ...]] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Hits of one tier, under one heading: "Passer", "Spørg arrangøren", "Lidt længere væk". The first has none."""

    tier: str
    heading: str
    explanation: str
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NearPlace:
    """The place that somebody wants to be near to, by its name; `whole` is true of a kommune, all of which is near."""

    name: str
    whole: bool


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer. `fits_exactly` is false when nothing in the catalogue is what was asked for, whatever else is shown;
    `degraded` is true when the engine was away and the database answered more simply."""

    query: SearchQuery
    sections: tuple[Section, ...]
    total: int
    facets: tuple[Facet, ...] = ()
    understood: tuple[Chip, ...] = ()
    corrections: tuple[Correction, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    unknown_areas: tuple[UnknownArea, ...] = ()
    readings: tuple[Reading, ...] = ()
    near: NearPlace | None = None
    fits_exactly: bool = True
    degraded: bool = False
    engine: str = ""
    page_size: int = 20

    @property
    def hits(self) -> tuple[Hit, ...]:
        """All hits of the page, in order."""
        return tuple(hit for section in self.sections for hit in section.hits)

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1."""
        return max(1, -(-self.total // self.page_size))
