"""`Plan`: what an engine is asked to do, in words that every engine can translate to its own.

`search.planning` makes a plan out of a `SearchQuery`; engines compile it. One plan is one page: hits, totals, facets.
Weights are not negative. `All(())` holds for every document; `Any_(())` and `AnyOf(field, ())` for none. What each of
these means is held by `tests/contracts/search/`, where `reference.py` says the same in plain Python.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .choices import Sort
from .schema import FACETS, KeywordField, NumberField, TextField

# Conditions: yes or no, no score.


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the values is in the field."""

    field: KeywordField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """A value of the field is within low and high, both inclusive; None is unbounded."""

    field: NumberField
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """The document's place is at most `km` kilometres (great circle) from the point, given in degrees."""

    latitude: float
    longitude: float
    km: float


@dataclass(frozen=True, slots=True)
class Matches:
    """A token is in a text field."""

    field: TextField
    token: str


@dataclass(frozen=True, slots=True)
class All:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any_:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition


Condition = AnyOf | Between | Within | Matches | All | Any_ | Not


# Scored clauses.


@dataclass(frozen=True, slots=True)
class Term:
    """A token in a text field; scores BM25 (k1 1.2, b 0.75) times `weight`."""

    field: TextField
    token: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Bonus:
    """Scores `weight` when the condition holds."""

    condition: Condition
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """One idea of the question: scores its best alternative plus `tie` times the others (dis_max)."""

    label: str
    alternatives: tuple[Term | Bonus, ...]
    tie: float = 0.15


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that hits must meet; `name` is its parameter, left out when that parameter's facet is counted."""

    name: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Probe:
    """An extra count: the hits there would be without the named filters, where all of the groups numbered match.

    They are hits, so `minimum_groups` of the plan match as well.
    """

    name: str
    without: frozenset[str] = frozenset()
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One page of an answer.

    A document is a hit when every filter holds and at least `minimum_groups` (1 or more) of `groups` match (all
    documents, when there are no groups). Its score is the sum of the groups that match and of the `bonuses` that
    hold. Hits come in the order of `tiers` — a hit's tier is the number of the first tier whose condition holds,
    `len(tiers)` when none does — and within a tier by `sort`, then by score, then by id. `origin` (latitude,
    longitude in degrees) is where distances are measured from; hits without a place come last in a tier sorted by
    distance.
    """

    groups: tuple[Group, ...] = ()
    minimum_groups: int = 1
    bonuses: tuple[Bonus, ...] = ()
    filters: tuple[Filter, ...] = ()
    tiers: tuple[Condition, ...] = ()
    origin: tuple[float, float] | None = None
    facets: tuple[str, ...] = tuple(FACETS)
    probes: tuple[Probe, ...] = ()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True, slots=True)
class FoundHit:
    """One hit: the document's id, its score within the tier, the tier's number, and kilometres from the origin."""

    id: str
    score: float
    tier: int = 0
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An engine's answer to a plan.

    `tier_totals` has `len(tiers) + 1` counts that add up to `total`; `facets` maps a facet's name to value → count,
    each counted without the filter of that name, an absent value being 0; `probes` maps a probe's name to its count.
    """

    hits: tuple[FoundHit, ...]
    total: int
    tier_totals: tuple[int, ...] = ()
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    probes: dict[str, int] = field(default_factory=dict)
