"""A plan's conditions and scored groups as Tantivy queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import tantivy
from tantivy import Occur, Query

from ...plan import All, Any_, AnyOf, Between, Bonus, Condition, Group, Matches, Not, Term, Within
from ...schema import FAR_FUTURE, NumberField
from .fields import LONGEST_TERM, SPOT
from .places import Places

LOWEST, HIGHEST = -(2**63), 2**63 - 1

# Up to so many values a clause each is quicker than one set, for which Tantivy builds an automaton in every segment.
FEW_VALUES = 50
COMPILED_REMEMBERED = 4096
TERMS_REMEMBERED = 65_536

Clause = tuple[Occur, Query]


def everything() -> Query:
    """Every document, with score 0."""
    return Query.const_score_query(Query.all_query(), 0.0)


def nothing() -> Query:
    """No document."""
    return Query.empty_query()


class Compiler:
    """Compiles for one snapshot, and remembers what it has compiled: questions share much.

    Words and values that no document has are left out, which most of a question's alternatives are.
    """

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, places: Places) -> None:
        self.searcher = searcher
        self.schema = schema
        self.places = places
        self.condition = lru_cache(COMPILED_REMEMBERED)(self._condition)
        self.group = lru_cache(COMPILED_REMEMBERED)(self._group)
        self.scored_group = lru_cache(COMPILED_REMEMBERED)(self._scored_group)
        self._occurs = lru_cache(TERMS_REMEMBERED)(self._is_in_index)

    def _is_in_index(self, field: str, value: str) -> bool:
        return fits(value) and self.searcher.doc_freq(field, value) > 0

    def term(self, field: str, value: str) -> Query:
        """One exact value in a field."""
        return Query.term_query(self.schema, field, value, "basic") if self._occurs(field, value) else nothing()

    def any_of(self, field: str, values: Sequence[str]) -> Query:
        """At least one of the values in a field."""
        if len(values) > FEW_VALUES:
            return Query.term_set_query(self.schema, field, [value for value in values if fits(value)])
        return any_of([self.term(field, value) for value in values if self._occurs(field, value)])

    def _condition(self, condition: Condition) -> Query:
        """Matches where the condition holds; its score means nothing."""
        match condition:
            case AnyOf(field, values):
                return self.any_of(field, values)
            case Between(field, low, high):
                return self._between(field, low, high)
            case Within(latitude, longitude, km):
                return self.any_of(SPOT, self.places.within((latitude, longitude), km))
            case Matches(field, token):
                return self.term(field, token)
            case All(conditions):
                return all_of([self.condition(one) for one in conditions])
            case Any_(conditions):
                return self._any_of(conditions)
            case Not(inner):
                return none_of(self.condition(inner))

    def _any_of(self, conditions: Sequence[Condition]) -> Query:
        """Where one of them is a *not*, what none of them holds for is less, and is taken from everything."""
        held = [self.condition(one) for one in conditions if not isinstance(one, Not) and self._may_hold(one)]
        not_held = [self.condition(one.condition) for one in conditions if isinstance(one, Not)]
        return none_of(narrowed(all_of(not_held), [], held)) if not_held else any_of(held)

    def _between(self, field: NumberField, low: int | None, high: int | None) -> Query:
        low = None if low is None or low <= LOWEST else low
        high = None if high is None or high >= HIGHEST else high
        if low is None and high is None:
            return Query.exists_query(field)
        if (low or 0) > HIGHEST or (high or 0) < LOWEST:
            return nothing()
        return Query.range_query(self.schema, field, tantivy.FieldType.Integer, low, high)

    def starting(self, start: int) -> Query:
        """What is next on at that moment; in the far future also what never is."""
        on = self._between(NumberField.NEXT_START, start, start)
        if start < FAR_FUTURE:
            return on
        return any_of([on, none_of(Query.exists_query(NumberField.NEXT_START))])

    def _scored_group(self, group: Group) -> Query:
        """Scores the best alternative, and `tie` times the others."""
        alternatives = [self._alternative(one) for one in group.alternatives if self._may_match(one)]
        if len(alternatives) == 1:
            return alternatives[0]
        return Query.disjunction_max_query(alternatives, group.tie) if alternatives else nothing()

    def _may_match(self, alternative: Term | Bonus) -> bool:
        if isinstance(alternative, Bonus):
            return self._may_hold(alternative.condition)
        return self._occurs(alternative.field, alternative.token)

    def _may_hold(self, condition: Condition) -> bool:
        """Whether the index has the condition's word at all; other conditions may always hold."""
        return not isinstance(condition, Matches) or self._occurs(condition.field, condition.token)

    def _alternative(self, alternative: Term | Bonus) -> Query:
        if isinstance(alternative, Bonus):
            return self.bonus(alternative)
        term = Query.term_query(self.schema, alternative.field, alternative.token, "freq")
        return Query.boost_query(term, alternative.weight)

    def bonus(self, bonus: Bonus) -> Query:
        """Scores the weight where the condition holds."""
        return Query.const_score_query(self.condition(bonus.condition), bonus.weight)

    def _group(self, group: Group) -> Query:
        """Matches where the group does; its score means nothing."""
        return any_of(
            [
                self.condition(one.condition) if isinstance(one, Bonus) else self.term(one.field, one.token)
                for one in group.alternatives
                if self._may_match(one)
            ]
        )


def fits(value: str) -> bool:
    """Whether the value can be in the index at all."""
    try:
        return 0 < len(value.encode()) <= LONGEST_TERM
    except UnicodeEncodeError:
        return False


def all_of(queries: Sequence[Query]) -> Query:
    """Matches where all do; everything, when there are none."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries]) if queries else everything()


def any_of(queries: Sequence[Query]) -> Query:
    """Matches where any does; nothing, when there are none."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else nothing()


def none_of(query: Query) -> Query:
    """Matches where the query does not."""
    return Query.boolean_query([(Occur.Must, everything()), (Occur.MustNot, query)])


def at_least(queries: Sequence[Query], minimum: int) -> Query:
    """Matches where so many do; their scores add up."""
    if minimum > len(queries):
        return nothing()
    if len(queries) == 1 and minimum == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries], max(1, minimum))


def with_bonuses(query: Query, bonuses: Sequence[Query]) -> Query:
    """The query's documents, scoring more where bonuses match."""
    # One by one: a union of them would look at all that any bonus holds for, one alone only at what is asked about.
    for bonus in bonuses:
        query = Query.boolean_query([(Occur.Must, query), (Occur.Should, bonus)])
    return query


def narrowed(query: Query, must: Iterable[Query], must_not: Iterable[Query] = ()) -> Query:
    """The query where all of `must` and none of `must_not` match as well, with the query's own score."""
    clauses: list[Clause] = [(Occur.Must, query)]
    clauses += [(Occur.Must, Query.const_score_query(one, 0.0)) for one in must]
    clauses += [(Occur.MustNot, one) for one in must_not]
    return query if len(clauses) == 1 else Query.boolean_query(clauses)
