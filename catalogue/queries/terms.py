"""The vocabularies, as they are offered to choose from."""

from __future__ import annotations

from ..kept import kept
from ..models import Interest, TargetGroup


@kept
def english_terms() -> dict[str, str]:
    """Name in small letters → English of every term that has one; two queries, none while nothing changes."""
    named = [model.objects.exclude(english="").values_list("name", "english") for model in (Interest, TargetGroup)]
    return {name.lower(): english for rows in named for name, english in rows}


@kept
def terms_of(model: type[Interest] | type[TargetGroup]) -> dict[str, str]:
    """Slug → name of every term, in the vocabulary's order; one query, and none while the content stays the same."""
    return dict(model.objects.values_list("slug", "name"))
