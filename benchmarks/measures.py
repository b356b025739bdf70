"""Figures of many measured times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from statistics import median
from typing import Any

# Question → milliseconds, each time it was asked.
Times = Mapping[str, Sequence[float]]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed."""
    if not values:
        raise ValueError("There is nothing to take a percentile of")
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def summary(values: Sequence[float]) -> dict[str, Any]:
    """Number, median, 95th and 99th percentile, rounded to a hundredth."""
    return {
        "n": len(values),
        "p50": round(percentile(values, 0.5), 2),
        "p95": round(percentile(values, 0.95), 2),
        "p99": round(percentile(values, 0.99), 2),
    }


def summary_of(times: Times) -> dict[str, Any]:
    """The same over all questions, with the number of questions."""
    return {**summary([one for each in times.values() for one in each]), "questions": len(times)}


def ratio(times: Times, peer: Times) -> float | None:
    """How many times the peer's time it takes: the median over the questions that both were asked."""
    shared = [question for question in times if question in peer]
    if not shared:
        return None
    return median(median(times[question]) / median(peer[question]) for question in shared)
