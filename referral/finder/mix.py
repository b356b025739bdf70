"""Which of the offers that fit make a good handful: not six of the same, and more than one of the catalogue's parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from . import weights
from .facts import Facts


class Ranked(Protocol):
    """Something with points and what is known of it."""

    @property
    def score(self) -> float: ...

    @property
    def facts(self) -> Facts: ...


One = TypeVar("One", bound=Ranked)


def mixed(ranked: Sequence[One], limit: int) -> list[One]:
    """At most `limit` of them, best first.

    Each pick lowers what is like it a little. When all are of one part of the catalogue, the best of another takes the
    last place, if it fits well enough: a visit now, a group later.
    """
    left, chosen = list(ranked), []
    while left and len(chosen) < limit:
        best = max(left, key=lambda one: one.score - _sameness(one.facts, chosen))
        left.remove(best)
        chosen.append(best)
    if len({one.facts.type for one in chosen}) == 1 and limit > 1:
        least = weights.OTHER_PART_ENOUGH * chosen[0].score
        others = (one for one in left if one.facts.type != chosen[0].facts.type)
        other = next((one for one in others if one.score >= least), None)
        if other is not None:
            chosen[-1] = other
    return chosen


def _sameness(facts: Facts, chosen: Sequence[Ranked]) -> float:
    of_its_part = sum(one.facts.type == facts.type for one in chosen)
    likeness = max((_overlap(one.facts.interests, facts.interests) for one in chosen), default=0.0)
    return weights.SAME_PART * of_its_part + weights.SAME_INTERESTS * likeness


def _overlap(these: frozenset[str], those: frozenset[str]) -> float:
    """How much two sets share: 0 nothing, 1 all."""
    both = these | those
    return len(these & those) / len(both) if both else 0.0
