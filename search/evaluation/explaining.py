"""A plan in words, for people who tune it."""

from __future__ import annotations

from collections.abc import Iterator

from search.plan import All, Any_, AnyOf, Between, Bonus, Condition, Matches, Not, Term
from search.service import Asked

MOST = 8


def explain(asked: Asked) -> Iterator[str]:
    """What was read out of the question, what each idea looks for, and what else counts."""
    understood, plan = asked.understood, asked.planned.plan
    yield f"words: {' '.join(word.key + ('*' if word.is_stop else '') for word in understood.words)}"
    yield f"unknown: {' '.join(word.text for word in understood.unknown) or '-'}"
    for idea in understood.ideas:
        names = ", ".join(concept.name for concept in idea.concepts) or "plain"
        yield f"idea: {' '.join(word.text for word in idea.words)} [{names}] share {idea.share:.2f}"
    for group in plan.groups:
        best = sorted(group.alternatives, key=lambda one: -one.weight)
        yield f"group {group.label}: {'; '.join(map(_alternative, best[:MOST]))}{' …' if len(best) > MOST else ''}"
    for bonus in plan.bonuses:
        yield f"bonus {_alternative(bonus)}"
    for number, (name, condition) in enumerate(zip(asked.planned.tiers, plan.tiers, strict=False)):
        yield f"tier {number} {name}: {words(condition)[:200]}"
    for one in plan.filters:
        yield f"filter {one.name}: {words(one.condition)}"


def words(condition: Condition) -> str:
    """A condition in a line."""
    match condition:
        case AnyOf(field, values):
            return f"{field} in {'|'.join(values)}"
        case Matches(field, token):
            return f"{field}~{token}"
        case Between(field, low, high):
            return f"{low if low is not None else ''}≤{field}≤{high if high is not None else ''}"
        case All(conditions):
            return f"({' and '.join(map(words, conditions))})"
        case Any_(conditions):
            return f"({' or '.join(map(words, conditions))})"
        case Not(inner):
            return f"not {words(inner)}"
        case _:
            return str(condition)


def _alternative(one: Term | Bonus) -> str:
    if isinstance(one, Term):
        return f"{one.field}~{one.token} bm25×{one.weight:.2f}"
    return f"{words(one.condition)} {one.weight:.2f}"
