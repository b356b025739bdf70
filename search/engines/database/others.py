"""The other kinds of things that can be found, such as pages: few enough to be made documents of for each question."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from ...documents import IndexDocument
from ...documents.activities import KIND
from ...documents.registry import documents_of, kind_of
from ...plan import All, Any_, AnyOf, Bonus, Condition, Found, FoundHit, Group, Matches, Not, Plan, Term
from ...schema import KeywordField

# More than the pages of any portal we know of; the first so many are looked through.
MOST = 500


def kinds_asked_for(plan: Plan) -> tuple[str, ...]:
    """The kinds that the plan is about, when activities are not among them; else none."""
    for one in plan.filters:
        match one.condition:
            case AnyOf(KeywordField.KIND, names) if names and KIND not in names:
                return names
    return ()


def found_among(plan: Plan, kinds: tuple[str, ...]) -> Found:
    """The answer to a plan about these kinds; a word counts by its weight. No facets, tiers, probes or distances."""
    scored = [
        (-score, document.id)
        for document in _documents(kinds)
        if all(_holds(one.condition, document) for one in plan.filters)
        if (score := _score(plan, document)) is not None
    ]
    hits = sorted(scored)[plan.offset : plan.offset + plan.limit]
    return Found(
        hits=tuple(FoundHit(ident, -score) for score, ident in hits),
        total=len(scored),
        tier_totals=(len(scored),),
        facets={name: {} for name in plan.facets},
    )


def _documents(kinds: tuple[str, ...]) -> Iterator[IndexDocument]:
    now = timezone.now()
    for name in kinds:
        if kind := kind_of(name):
            yield from documents_of(kind, list(kind.identities(kind.findable(now)))[:MOST], now)


def _score(plan: Plan, document: IndexDocument) -> float | None:
    """None for a document that too few groups match."""
    matched = [score for group in plan.groups if (score := _group_score(group, document)) is not None]
    if plan.groups and len(matched) < plan.minimum_groups:
        return None
    return sum(matched) + sum(bonus.weight for bonus in plan.bonuses if _holds(bonus.condition, document))


def _group_score(group: Group, document: IndexDocument) -> float | None:
    scores = sorted((one.weight for one in group.alternatives if _matches(one, document)), reverse=True)
    return scores[0] + group.tie * sum(scores[1:]) if scores else None


def _matches(alternative: Term | Bonus, document: IndexDocument) -> bool:
    if isinstance(alternative, Bonus):
        return _holds(alternative.condition, document)
    return _holds(Matches(alternative.field, alternative.token), document)


def _holds(condition: Condition, document: IndexDocument) -> bool:
    match condition:
        case AnyOf(field, values):
            return not set(values).isdisjoint(document.keywords.get(field, ()))
        case Matches(field, token):
            return token in document.text.get(field, "").split()
        case All(conditions):
            return all(_holds(one, document) for one in conditions)
        case Any_(conditions):
            return any(_holds(one, document) for one in conditions)
        case Not(inner):
            return not _holds(inner, document)
        case _:
            return False  # numbers and places, which no page has
