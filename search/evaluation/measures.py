"""The measures. nDCG with gain 2^grade - 1 and discount log2(rank + 1), ideal over all judged entries of the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

DEPTH = 10
CLEARLY = 2


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """Between 0 and 1: how near the first ``depth`` come to the best possible order."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:depth])
    return _gain([grades.get(slug, 0) for slug in ranked[:depth]]) / ideal if ideal else 0.0


def recall(ranked: Sequence[str], grades: Mapping[str, int], depth: int = DEPTH) -> float:
    """Judged entries among the first ``depth``, of those there is room for."""
    good = {slug for slug, grade in grades.items() if grade > 0}
    return len(good.intersection(ranked[:depth])) / min(depth, len(good)) if good else 0.0


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """One over the rank of the first that clearly fits; 0 when none does."""
    return next((1 / rank for rank, slug in enumerate(ranked, 1) if grades.get(slug, 0) >= CLEARLY), 0.0)


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, 1))
