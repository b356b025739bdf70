"""Answers made by hand, for the tests of what is shown of them."""

from __future__ import annotations

from typing import Any

from search.query import SearchQuery
from search.results import Facet, FacetValue, SearchResults


def answer(query: SearchQuery | None = None, **parts: Any) -> SearchResults:
    """An answer to the query with nothing in it but `parts`."""
    return SearchResults(**{"query": query or SearchQuery(), "sections": (), "total": 0, **parts})


def facet(parameter: str, *values: tuple[str, str, int], chosen: str = "") -> Facet:
    """A facet of (value, label, count); `chosen` is the value that is selected."""
    made = tuple(FacetValue(value, label, count, value == chosen) for value, label, count in values)
    return Facet(parameter, parameter.title(), made)
