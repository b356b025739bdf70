"""Counting what fits the questions near one that found too little, in one further question to the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from search.choices import Sort
from search.plan import Found, Plan
from search.planning.where import FITS
from search.query import SearchQuery
from search.results import Relaxation, WiderKind
from search.wider.candidates import Candidate, candidates, doors

if TYPE_CHECKING:
    from search.service import Asked

# With more than so many that fit, nobody needs a way on.
FEW = 4
# Of each kind at most so many are shown.
SHOWN = 4
MOST_CANDIDATES = 40
# In this order they are shown.
ORDER = tuple(WiderKind)

Ask = Callable[[SearchQuery], "Asked"]
AskEngine = Callable[[Sequence[Plan]], Sequence[Found]]


def relaxations(asked: Asked, found: Found, *, ask: Ask, ask_engine: AskEngine) -> tuple[Relaxation, ...]:
    """Other questions with how many fit each, where no more than a few fit this one; else none, and nothing is asked.

    Only questions that more fit; the three doors where there is no such question and nothing was found at all.
    """
    fit = fitting(asked, found)
    if fit > FEW or asked.query.page > 1 or asked.query.is_empty:
        return ()
    tried = [*candidates(asked)[:MOST_CANDIDATES], *([] if found.total else doors())]
    others = [ask(one.query) for one in tried]
    answers = ask_engine([_counting(other.planned.plan) for other in others]) if tried else ()
    counts = [
        # Where nothing at all was found, something that is almost right is better than nothing.
        fitting(other, answer) or (0 if found.total else answer.total)
        for other, answer in zip(others, answers, strict=True)
    ]
    better = [(one, count) for one, count in zip(tried, counts, strict=True) if count > fit]
    near = [pair for pair in better if pair[0].kind != WiderKind.DOOR]
    return tuple(Relaxation(one.label, one.query, count, one.kind, one.km) for one, count in _best(near or better))


def fits_exactly(asked: Asked, found: Found) -> bool:
    """Whether something in the catalogue is what was asked for.

    Something is, when an entry is in the first tier: about all that was named, in the place named, with all that
    binds. And of a few search words none may be known to nobody; of a story, no more than what is understood.
    """
    ideas, unknown = len(asked.understood.ideas), len(asked.understood.unknown)
    if unknown and (not asked.understood.is_story or 2 * unknown > ideas):
        return False
    totals = found.tier_totals or (found.total,)
    return any(totals[number] > 0 for number in asked.planned.firsts if number < len(totals))


def fitting(asked: Asked, found: Found) -> int:
    """How many entries are what was asked for: those that the page shows first, under "Passer"."""
    if not fits_exactly(asked, found):
        return 0
    totals = found.tier_totals or (found.total,)
    return sum(total for name, total in zip(asked.planned.tiers, totals, strict=True) if name == FITS)


def _counting(plan: Plan) -> Plan:
    """The plan, for its counts alone."""
    return replace(plan, facets=(), probes=(), bonuses=(), sort=Sort.RELEVANCE, offset=0, limit=0)


def _best(found: list[tuple[Candidate, int]]) -> list[tuple[Candidate, int]]:
    """A few of each kind: the nearest places, of the others those with the most; drastic ones only if alone."""
    best: list[tuple[Candidate, int]] = []
    for kind in ORDER:
        of_kind = [pair for pair in found if pair[0].kind == kind and not pair[0].drastic]
        of_kind = of_kind or [pair for pair in found if pair[0].kind == kind]
        if kind == WiderKind.PLACE:
            of_kind.sort(key=lambda pair: pair[0].km or 0.0)
        elif kind != WiderKind.DOOR:
            of_kind.sort(key=lambda pair: -pair[1])
        best += of_kind[:SHOWN]
    return best
