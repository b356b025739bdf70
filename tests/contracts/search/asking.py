"""Short words for plans and answers, so that a test of the contract reads as a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.plan import Bonus, Condition, Filter, Found, Group, Plan, Term
from search.schema import TextField

from .documents import NAMES


def not_promised(reason: str) -> Callable[[object], None]:
    """A test in place of one that an engine does not promise to pass; it is skipped, and says why."""

    def test(self: object) -> None:
        pytest.skip(reason)

    return test


def group(*alternatives: Term | Bonus) -> Group:
    """A group that scores its best alternative alone."""
    return Group("idea", alternatives, tie=0.0)


def term(token: str, field: TextField = TextField.BODY) -> Group:
    """A group of one token."""
    return group(Term(field, token))


def filtered(*conditions: Condition) -> Plan:
    """A plan with a filter for each condition."""
    return Plan(filters=tuple(Filter(f"filter-{number}", one) for number, one in enumerate(conditions)))


def order(found: Found) -> list[str]:
    """The names of the hits in their order."""
    return [NAMES[hit.id] for hit in found.hits]


def names(found: Found) -> set[str]:
    """The names of the hits, which must all be on this page and none of them twice."""
    on_page = order(found)
    assert len(on_page) == len(set(on_page)) == found.total
    return set(on_page)


def scores(found: Found) -> dict[str, float]:
    """The scores of the hits by name."""
    return {NAMES[hit.id]: hit.score for hit in found.hits}


def counts(found: Found, facet: str) -> dict[str, int]:
    """A facet's values that are there at all; an engine may leave out a value with 0, or name it."""
    return {value: count for value, count in found.facets[facet].items() if count}
