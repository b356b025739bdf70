"""Hits in their order: by score, by distance, by next date; ties by score, then by id, on any page."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import tantivy
from tantivy import Order, Query

from ...plan import Plan
from ...schema import FAR_FUTURE, NumberField
from .compiling import narrowed
from .fields import ID, ORDER, SPOT
from .places import Point
from .snapshot import Snapshot

# How many more than the page are fetched, so that a tie that crosses its end is seen whole.
MARGIN = 64
GROWTH = 8


@dataclass(frozen=True, slots=True)
class Ranked:
    """One hit: where it is in the index, and its score."""

    score: float
    address: tantivy.DocAddress


class Ranker:
    """Ranks what a scored query finds in a snapshot; `flat` says that the query scores everything alike."""

    def __init__(self, snapshot: Snapshot, *, flat: bool) -> None:
        self.snapshot = snapshot
        self.searcher = snapshot.searcher
        self.flat = flat

    def by_score(self, query: Query, offset: int, limit: int) -> list[Ranked]:
        """Best first, equals by id."""
        if self.flat:
            found = self.searcher.search(query, limit, False, ID, offset, Order.Asc)
            return [Ranked(0.0, address) for _, address in found.hits]
        hits = self._whole_ties(query, offset + limit)
        ranked: list[Ranked] = []
        place = 0
        for score, same in groupby(hits, key=lambda hit: hit[0]):
            tied = [address for _, address in same]
            first, last = max(0, offset - place), offset + limit - place
            if last > 0 and first < len(tied):
                ranked += [Ranked(score, address) for address in self._by_id(tied)[first:last]]
            place += len(tied)
        return ranked

    def _whole_ties(self, query: Query, wanted: int) -> list[Any]:
        """(score, address) of at least the first `wanted` hits, and of all that score as the last of these."""
        size = wanted + MARGIN
        while True:
            hits = self.searcher.search(query, size, False).hits
            if len(hits) < size or hits[-1][0] < hits[wanted - 1][0]:
                return hits
            size *= GROWTH

    def _by_id(self, addresses: list[tantivy.DocAddress]) -> list[tantivy.DocAddress]:
        if len(addresses) == 1:
            return addresses
        numbered: dict[object, tantivy.DocAddress] = dict(
            zip(self.searcher.fast_field_values(ORDER, addresses), addresses, strict=True)
        )
        if len(numbered) < len(addresses):
            return sorted(addresses, key=lambda address: self.snapshot.hit(address)[0])
        return [numbered[number] for number in sorted(numbered)]  # type: ignore[type-var]

    def by_distance(self, query: Query, total: int, origin: Point, offset: int, limit: int) -> list[Ranked]:
        """Nearest first, walking the places outward; what has no place comes last."""
        at_place = self.snapshot.tallies(query, [SPOT], total)[SPOT]
        buckets = self._places(at_place, total, origin)
        return self._from_buckets(query, buckets, offset, limit)

    def _places(self, at_place: dict[str, int], total: int, origin: Point) -> Iterator[tuple[int, Query, bool]]:
        for _km, keys in self.snapshot.places.outward(origin):
            count = sum(at_place.get(key, 0) for key in keys)
            if count:
                yield count, self.snapshot.compiler.any_of(SPOT, keys), True
        yield total - sum(at_place.values()), Query.exists_query(SPOT), False

    def by_date(self, query: Query, offset: int, limit: int) -> list[Ranked]:
        """Soonest first; what has no date at all comes last."""
        wanted = offset + limit
        hits = self.searcher.search(query, wanted, False, str(NumberField.NEXT_START), 0, Order.Asc).hits
        starts = sorted(FAR_FUTURE if start is None else start for start, _ in hits)
        return self._from_buckets(query, self._starts(starts, whole=len(hits) < wanted), offset, limit)

    def _starts(self, starts: list[int], *, whole: bool) -> Iterator[tuple[int, Query, bool]]:
        """Unless `whole`, the last start may go on beyond what was fetched."""
        seen = 0
        for start, same in groupby(starts):
            count = len(list(same))
            seen += count
            endless = seen == len(starts) and not whole
            yield sys.maxsize if endless else count, self.snapshot.compiler.starting(start), True

    def _from_buckets(
        self, query: Query, buckets: Iterator[tuple[int, Query, bool]], offset: int, limit: int
    ) -> list[Ranked]:
        """The page out of buckets of (how many, which, whether they are those or all but those)."""
        ranked: list[Ranked] = []
        place = 0
        for count, which, inside in buckets:
            first, last = max(0, offset - place), offset + limit - place
            if last <= 0:
                break
            if first < count:
                narrow = narrowed(query, [which]) if inside else narrowed(query, [], [which])
                ranked += self.by_score(narrow, first, min(last, count) - first)
            place += count
        return ranked


def is_flat(plan: Plan) -> bool:
    """Whether the plan scores every hit alike."""
    return not plan.groups and not plan.bonuses
