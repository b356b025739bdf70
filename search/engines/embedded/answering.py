"""Answering one plan from one snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from tantivy import Query

from ...choices import Sort
from ...plan import Found, FoundHit, Plan, Probe
from ...schema import FACETS, KeywordField
from .compiling import at_least, everything, narrowed, with_bonuses
from .ranking import Ranked, Ranker, is_flat
from .snapshot import Snapshot

NOTHING_LEFT_OUT: frozenset[str] = frozenset()


class Answer:
    """One plan's queries, compiled once and put together as each count needs them."""

    def __init__(self, snapshot: Snapshot, plan: Plan) -> None:
        self.snapshot = snapshot
        self.plan = plan
        self.compiler = snapshot.compiler
        self.filters = [(one.name, self.compiler.condition(one.condition)) for one in plan.filters]
        self.tiers = [self.compiler.condition(tier) for tier in plan.tiers]

    def found(self) -> Found:
        """The whole answer."""
        totals = self._tier_totals()
        return Found(
            hits=tuple(self._hits(totals)),
            total=sum(totals),
            tier_totals=tuple(totals),
            facets=self._facets(sum(totals)),
            probes={probe.name: self._probe(probe) for probe in self.plan.probes},
        )

    @cached_property
    def _groups(self) -> list[Query]:
        """The groups, for counting."""
        return [self.compiler.group(group) for group in self.plan.groups]

    def _counted(self, without: frozenset[str] = NOTHING_LEFT_OUT, more: Iterable[Query] = ()) -> Query:
        """What is a hit when the named filters are left out."""
        ideas = at_least(self._groups, self.plan.minimum_groups) if self.plan.groups else everything()
        return narrowed(ideas, [*(query for name, query in self.filters if name not in without), *more])

    @cached_property
    def _scored(self) -> Query:
        """The hits, with their scores."""
        plan, compiler = self.plan, self.compiler
        groups = [compiler.scored_group(group) for group in plan.groups]
        ideas = at_least(groups, plan.minimum_groups) if groups else everything()
        scored = with_bonuses(ideas, [compiler.bonus(bonus) for bonus in plan.bonuses])
        return narrowed(scored, [query for _, query in self.filters])

    def _tier(self, query: Query, number: int) -> Query:
        """The part of a query's documents that is of the tier."""
        if not self.tiers:
            return query
        return narrowed(query, self.tiers[number : number + 1], self.tiers[:number])

    def _tier_totals(self) -> list[int]:
        hits = self._counted()
        total = self.snapshot.count(hits)
        totals: list[int] = []
        for number in range(len(self.tiers)):
            left = total - sum(totals)
            totals.append(self.snapshot.count(self._tier(hits, number)) if left else 0)
        return [*totals, total - sum(totals)]

    def _facets(self, total: int) -> dict[str, dict[str, int]]:
        """Those that no filter is named after are counted together, each of the others without its own filters."""
        set_names = {name for name, _ in self.filters}
        together = [FACETS[name] for name in self.plan.facets if name not in set_names]
        tallies = self._tallies(self._counted(), together, total)
        for name in self.plan.facets:
            if name in set_names:
                query = self._counted(frozenset({name}))
                tallies |= self._tallies(query, [FACETS[name]], self.snapshot.count(query))
        return {name: dict(tallies[FACETS[name]]) for name in self.plan.facets}

    def _tallies(self, query: Query, fields: list[KeywordField], matching: int) -> dict[str, dict[str, int]]:
        return self.snapshot.tallies(query, [str(field) for field in fields], matching)

    def _probe(self, probe: Probe) -> int:
        return self.snapshot.count(self._counted(probe.without, [self._groups[number] for number in probe.groups]))

    def _hits(self, totals: list[int]) -> Iterable[FoundHit]:
        """The page: the tiers that it reaches into, each ranked by itself."""
        place = 0
        for number, total in enumerate(totals):
            first = max(0, self.plan.offset - place)
            last = min(total, self.plan.offset + self.plan.limit - place)
            if first < last:
                for ranked in self._rank(self._tier(self._scored, number), total, first, last - first):
                    yield self._hit(ranked, number)
            place += total

    def _rank(self, query: Query, total: int, offset: int, limit: int) -> list[Ranked]:
        ranker = Ranker(self.snapshot, flat=is_flat(self.plan))
        if self.plan.sort == Sort.NEXT_DATE:
            return ranker.by_date(query, offset, limit)
        if self.plan.sort == Sort.DISTANCE and self.plan.origin:
            return ranker.by_distance(query, total, self.plan.origin, offset, limit)
        return ranker.by_score(query, offset, limit)

    def _hit(self, ranked: Ranked, tier: int) -> FoundHit:
        ident, spot = self.snapshot.hit(ranked.address)
        origin = self.plan.origin
        distance = self.snapshot.places.distances(origin)[spot] if origin and spot else None
        return FoundHit(ident, ranked.score, tier, distance)
