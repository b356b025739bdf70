"""Wagtail's search with facets, by its documentation: `search()`, a page of results, and `facet()` for each facet."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.search.backends import get_search_backend

from .models import FACETS, Entry

PAGE = 20


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of entries, how many there are, and each facet's counts."""

    entries: list[Entry]
    total: int
    facets: dict[str, dict[str, int]]


def search(text: str, backend: str = "default", first: int = 0) -> Answer:
    """Entries with any of the words, the best first."""
    found = get_search_backend(backend).search(text, Entry.objects.filter(live=True), operator="or")
    entries = list(found[first : first + PAGE])
    facets = {name: dict(found.facet(name)) for name in FACETS}
    return Answer(entries, found.count(), facets)
