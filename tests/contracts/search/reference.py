"""`ReferenceEngine`: the contract of `search.plan` in the plainest Python, in memory; engines are held against it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from search.choices import Sort
from search.documents import IndexDocument
from search.engines.base import Engine, IndexStatus
from search.plan import (
    All,
    Any_,
    AnyOf,
    Between,
    Bonus,
    Condition,
    Filter,
    Found,
    FoundHit,
    Group,
    Matches,
    Not,
    Plan,
    Term,
    Within,
)
from search.schema import FACETS, KeywordField, NumberField, TextField

EARTH_RADIUS_KM = 6371.0087714
K1 = 1.2
B = 0.75


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle between two points in degrees, by the haversine formula."""
    latitude_1, longitude_1, latitude_2, longitude_2 = map(math.radians, (*one, *other))
    half_chord = (
        math.sin((latitude_2 - latitude_1) / 2) ** 2
        + math.cos(latitude_1) * math.cos(latitude_2) * math.sin((longitude_2 - longitude_1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half_chord))


def tokens(document: IndexDocument, field: TextField) -> list[str]:
    """The tokens of one field, in reading order."""
    return document.text.get(field, "").split()


def holds(condition: Condition, document: IndexDocument) -> bool:
    """Whether the condition is true of the document."""
    match condition:
        case AnyOf(field, values):
            return not set(values).isdisjoint(document.keywords.get(field, ()))
        case Between(field, low, high):
            return any(
                (low is None or low <= number) and (high is None or number <= high)
                for number in document.numbers.get(field, ())
            )
        case Within(latitude, longitude, km):
            return document.location is not None and kilometres((latitude, longitude), document.location) <= km
        case Matches(field, token):
            return token in tokens(document, field)
        case All(conditions):
            return all(holds(one, document) for one in conditions)
        case Any_(conditions):
            return any(holds(one, document) for one in conditions)
        case Not(inner):
            return not holds(inner, document)


class Corpus:
    """BM25 over all the documents of an index: k1 1.2, b 0.75, every document counted in every field's mean length."""

    def __init__(self, documents: Iterable[IndexDocument]) -> None:
        self.size = 0
        self.frequency: Counter[tuple[TextField, str]] = Counter()
        self.length: Counter[TextField] = Counter()
        for document in documents:
            self.size += 1
            for field in TextField:
                found = tokens(document, field)
                self.length[field] += len(found)
                self.frequency.update((field, token) for token in set(found))

    def bm25(self, term: Term, document: IndexDocument) -> float:
        """The score of a term that is in the document, without its weight."""
        found = tokens(document, term.field)
        count = found.count(term.token)
        among = self.frequency[term.field, term.token]
        rarity = math.log(1 + (self.size - among + 0.5) / (among + 0.5))
        relative_length = len(found) * self.size / self.length[term.field]
        return rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * relative_length))

    def group(self, group: Group, document: IndexDocument) -> float | None:
        """The score of a group, or None when none of its alternatives matches."""
        scores = sorted(
            score
            for alternative in group.alternatives
            if (score := self._alternative(alternative, document)) is not None
        )
        return scores[-1] + group.tie * sum(scores[:-1]) if scores else None

    def _alternative(self, alternative: Term | Bonus, document: IndexDocument) -> float | None:
        if isinstance(alternative, Bonus):
            return alternative.weight if holds(alternative.condition, document) else None
        if alternative.token not in tokens(document, alternative.field):
            return None
        return self.bm25(alternative, document) * alternative.weight


@dataclass(frozen=True)
class Judged:
    """A document as the plan sees it: the scores of its groups, None where one does not match."""

    document: IndexDocument
    groups: tuple[float | None, ...]
    score: float
    tier: int
    distance_km: float | None

    def matches(self, plan: Plan) -> bool:
        """Whether enough groups match."""
        return not plan.groups or sum(group is not None for group in self.groups) >= plan.minimum_groups

    def passes(self, filters: Iterable[Filter], without: frozenset[str] = frozenset()) -> bool:
        """Whether the filters hold, but for those of the names left out."""
        return all(holds(one.condition, self.document) for one in filters if one.name not in without)

    def place_in_order(self, sort: Sort) -> tuple[float, float, float, str]:
        """What hits are sorted by: tier, the sort's own key, score, id."""
        key = 0.0
        if sort == Sort.DISTANCE:
            key = math.inf if self.distance_km is None else self.distance_km
        elif sort == Sort.NEXT_DATE:
            key = min(self.document.numbers.get(NumberField.NEXT_START, ()), default=math.inf)
        return self.tier, key, -self.score, self.document.id


class ReferenceEngine(Engine):
    """Slow, small and meant to be read."""

    name = "reference"

    def __init__(self) -> None:
        self.documents: dict[str, IndexDocument] = {}
        self.touched: set[str] = set()
        self.generation = 0

    def judge(self, plan: Plan) -> list[Judged]:
        """Every document that matches enough groups, whatever the filters say."""
        corpus = Corpus(self.documents.values())
        judged = (self._judge(plan, corpus, document) for document in self.documents.values())
        return [one for one in judged if one.matches(plan)]

    def _judge(self, plan: Plan, corpus: Corpus, document: IndexDocument) -> Judged:
        groups = tuple(corpus.group(group, document) for group in plan.groups)
        bonuses = sum(bonus.weight for bonus in plan.bonuses if holds(bonus.condition, document))
        tiers = (number for number, tier in enumerate(plan.tiers) if holds(tier, document))
        distance = kilometres(plan.origin, document.location) if plan.origin and document.location else None
        score = sum(group for group in groups if group is not None) + bonuses
        return Judged(document, groups, score, next(tiers, len(plan.tiers)), distance)

    def search(self, plan: Plan) -> Found:
        judged = self.judge(plan)
        hits = sorted(
            (one for one in judged if one.passes(plan.filters)), key=lambda one: one.place_in_order(plan.sort)
        )
        return Found(
            hits=tuple(
                FoundHit(one.document.id, one.score, one.tier, one.distance_km)
                for one in hits[plan.offset : plan.offset + plan.limit]
            ),
            total=len(hits),
            tier_totals=tuple(sum(one.tier == tier for one in hits) for tier in range(len(plan.tiers) + 1)),
            facets={name: self._count(name, FACETS[name], plan.filters, judged) for name in plan.facets},
            probes={
                probe.name: sum(
                    one.passes(plan.filters, probe.without)
                    and all(one.groups[number] is not None for number in probe.groups)
                    for one in judged
                )
                for probe in plan.probes
            },
        )

    def _count(
        self, name: str, field: KeywordField, filters: Iterable[Filter], judged: Iterable[Judged]
    ) -> dict[str, int]:
        passing = (one for one in judged if one.passes(filters, frozenset({name})))
        return dict(Counter(value for one in passing for value in set(one.document.keywords.get(field, ()))))

    def update(self, documents: Iterable[IndexDocument], *, delete: Iterable[str] = ()) -> int:
        written = {document.id: document for document in documents}
        removed = set(delete)
        self.documents = {
            ident: document for ident, document in (self.documents | written).items() if ident not in removed
        }
        self.touched |= written.keys() | removed
        return len(written)

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        self.touched = set()
        fresh = {document.id: document for document in documents}
        untouched = {ident: document for ident, document in fresh.items() if ident not in self.touched}
        meanwhile = {ident: self.documents[ident] for ident in self.touched if ident in self.documents}
        self.documents = untouched | meanwhile
        self.generation += 1
        return len(self.documents)

    def fingerprints(self) -> dict[str, str]:
        return {document.id: document.fingerprint for document in self.documents.values()}

    def status(self) -> IndexStatus:
        generation = str(self.generation)
        return IndexStatus(self.name, True, len(self.documents), generation, built_at=generation)
