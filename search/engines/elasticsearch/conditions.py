"""A plan's conditions and scored clauses as queries."""

from __future__ import annotations

from collections.abc import Iterable

from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    GeoDistance,
    MatchAll,
    MatchNone,
    Query,
    Range,
    Term,
    Terms,
)

from ... import plan
from ...schema import TextField
from .mapping import LOCATION, LONGEST_KEYWORD

# The server's analyzer cuts words longer than this, and its parser refuses immense ones: no document holds them.
LONGEST_TOKEN = 255


def query_of(condition: plan.Condition) -> Query:
    """The condition as a query, to be used where nothing is scored."""
    match condition:
        case plan.AnyOf(field, values):
            possible = [value for value in values if len(value) <= LONGEST_KEYWORD]
            return Terms(field.value, possible) if possible else MatchNone()
        case plan.Between(field, low, high):
            bounds = {"gte": low, "lte": high}
            return Range(field.value, {name: bound for name, bound in bounds.items() if bound is not None})
        case plan.Within(latitude, longitude, km):
            point = {"lat": latitude, "lon": longitude}
            return GeoDistance(LOCATION, point, distance=f"{km:f}km", ignore_unmapped=True)
        case plan.Matches(field, token):
            return _term(field, token)
        case plan.All(conditions):
            return all_of(conditions)
        case plan.Any_(conditions):
            return Bool(should=[query_of(one) for one in conditions]) if conditions else MatchNone()
        case plan.Not(inner):
            return Bool(must_not=[query_of(inner)])


def all_of(conditions: Iterable[plan.Condition]) -> Query:
    """Where every one of the conditions holds; every document, when there are none."""
    queries = [query_of(one) for one in conditions]
    return Bool(filter=queries) if queries else MatchAll()


def scored(group: plan.Group) -> Query:
    """The group with its score."""
    if not group.alternatives:
        return MatchNone()
    return DisMax(queries=[_alternative(one) for one in group.alternatives], tie_breaker=group.tie)


def unscored(group: plan.Group) -> Query:
    """Where the group matches."""
    alternatives = [
        query_of(one.condition) if isinstance(one, plan.Bonus) else _term(one.field, one.token)
        for one in group.alternatives
    ]
    return Bool(should=alternatives) if alternatives else MatchNone()


def bonus(clause: plan.Bonus) -> Query:
    """The bonus with its score."""
    return ConstantScore(filter=query_of(clause.condition), boost=clause.weight)


def _alternative(clause: plan.Term | plan.Bonus) -> Query:
    if isinstance(clause, plan.Bonus):
        return bonus(clause)
    return _term(clause.field, clause.token, boost=clause.weight)


def _term(field: TextField, token: str, boost: float = 1.0) -> Query:
    if len(token) > LONGEST_TOKEN:
        return MatchNone()
    return Term(field.value, {"value": token, "boost": boost})
