"""Names of what a question holds as a slug and no facet names."""

from __future__ import annotations

from catalogue.models import Organisation

from .query import SearchQuery


def organiser_names(query: SearchQuery) -> dict[str, str]:
    """Slug → name of the organisers in the question; no query when there are none."""
    if not query.organisations:
        return {}
    return dict(Organisation.objects.filter(slug__in=query.organisations, live=True).values_list("slug", "name"))
