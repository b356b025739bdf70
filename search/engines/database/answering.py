"""The answer to a plan, out of the sets that meet its parts."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from uuid import UUID

from ...choices import Sort
from ...documents.activities import KIND
from ...plan import Found, FoundHit, Plan, Probe
from ...schema import FACETS
from .evaluation import Evaluation
from .others import found_among, kinds_asked_for
from .view import Entries, View


def answer(plan: Plan, view: View) -> Found:
    """One page of the answer with its counts."""
    others = kinds_asked_for(plan)
    return found_among(plan, others) if others else _Answer(plan, view).found()


class _Answer:
    """One plan and the entries that match enough of its groups."""

    def __init__(self, plan: Plan, view: View) -> None:
        self.plan = plan
        self.evaluation = Evaluation(plan, view)
        self.groups = [self.evaluation.matching(group) for group in plan.groups]
        self.matching = self._with_enough_groups()

    def found(self) -> Found:
        plan, hits = self.plan, self._hits()
        tiers = self._tiers(hits)
        return Found(
            hits=self._page(tiers) if plan.limit else (),
            total=len(hits),
            tier_totals=tuple(map(len, tiers)),
            facets={name: self._facet(name) for name in plan.facets},
            probes={probe.name: len(self._probe(probe)) for probe in plan.probes},
        )

    def _with_enough_groups(self) -> Entries:
        if not self.plan.groups:
            return self.evaluation.view.everything
        matched = Counter(entry for entries in self.groups for entry in entries)
        return frozenset(entry for entry, number in matched.items() if number >= self.plan.minimum_groups)

    def _hits(self, without: frozenset[str] = frozenset()) -> Entries:
        hits = self.matching
        for one in self.plan.filters:
            if one.name not in without:
                hits &= self.evaluation.meeting(one.condition)
        return hits

    def _facet(self, name: str) -> dict[str, int]:
        hits = self._hits(frozenset({name}))
        counts = {value: len(hits & entries) for value, entries in self.evaluation.keywords(FACETS[name]).items()}
        return {value: count for value, count in counts.items() if count}

    def _probe(self, probe: Probe) -> Entries:
        return self._hits(probe.without).intersection(*(self.groups[number] for number in probe.groups))

    def _tiers(self, hits: Entries) -> list[Entries]:
        tiers: list[Entries] = []
        for condition in self.plan.tiers:
            tier = hits & self.evaluation.meeting(condition)
            tiers.append(tier)
            hits -= tier
        return [*tiers, hits]

    def _page(self, tiers: list[Entries]) -> tuple[FoundHit, ...]:
        """The page's share of each tier. Scores and distances are worked out for the tiers that it touches."""
        distances = self.evaluation.distances(self.plan.origin) if self.plan.origin else {}
        page: list[FoundHit] = []
        start, end = self.plan.offset, self.plan.offset + self.plan.limit
        for number, tier in enumerate(tiers):
            if start < len(tier) and end > 0:
                scores = self._scores(tier)
                ordered = sorted(tier, key=self._order(scores, distances))[max(start, 0) : end]
                page += [
                    FoundHit(self._id(entry), scores.get(entry, 0.0), number, distances.get(entry)) for entry in ordered
                ]
            start, end = start - len(tier), end - len(tier)
        return tuple(page)

    def _scores(self, among: Entries) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        for group in self.plan.groups:
            for entry, score in self.evaluation.scores(group, among).items():
                scores[entry] += score
        for bonus in self.plan.bonuses:
            for entry in self.evaluation.meeting(bonus.condition) & among:
                scores[entry] += bonus.weight
        return scores

    def _order(self, scores: dict[int, float], distances: dict[int, float]) -> Callable[[int], tuple]:
        entries, by_distance = self.evaluation.view.entries, self.plan.sort == Sort.DISTANCE

        def place(entry: int) -> tuple[float, float, str]:
            away = distances.get(entry, math.inf) if by_distance else 0.0
            return away, -scores.get(entry, 0.0), entries[entry].uuid

        return place

    def _id(self, entry: int) -> str:
        return f"{KIND}:{UUID(self.evaluation.view.entries[entry].uuid)}"
