"""What a question looks for, word by word: for highlights and reasons."""

from __future__ import annotations

from search.language.analysis import PART, Word
from search.plan import All, Any_, Bonus, Condition, Matches, Plan
from search.schema import TextField

Segments = tuple[tuple[str, bool], ...]


def sought_keys(plan: Plan, least: float = 0.0) -> frozenset[str]:
    """Keys that the plan looks for in titles and summaries, with and without the mark of a part."""
    found: set[str] = set()
    for group in plan.groups:
        for alternative in group.alternatives:
            if isinstance(alternative, Bonus) and alternative.weight > least:
                found.update(_keys(alternative.condition))
    return frozenset(found)


def _keys(condition: Condition) -> set[str]:
    match condition:
        case Matches(field, token) if field in (TextField.TITLE, TextField.SUMMARY):
            return {token}
        case All(conditions) | Any_(conditions):
            return {key for one in conditions for key in _keys(one)}
        case _:
            return set()


def is_sought(word: Word, keys: frozenset[str]) -> bool:
    """Whether the word, or a part of it, is looked for."""
    return not word.is_stop and (word.key in keys or any(PART + inner in keys for inner in word.inner))
