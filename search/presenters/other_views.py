"""The same answer seen in another way: by day, or on a map."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from ..query import SearchQuery


def calendar_address(query: SearchQuery) -> str:
    """The question in the calendar, which has days of its own."""
    pairs = query.but(date_from=None, date_to=None, sort=SearchQuery().sort).parameters()
    return _with(reverse("search:days"), pairs)


def _with(path: str, pairs: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(pairs)}" if pairs else path


def map_address(query: SearchQuery) -> str:
    """The question on the map, which has no pages."""
    return _with(reverse("search:map"), query.but().parameters())
