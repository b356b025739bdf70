"""The editors' lists: search by words in plain fields, right at once after any import."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from wagtail.snippets.views.snippets import IndexView


def matching(queryset: QuerySet, text: str, fields: list[str]) -> QuerySet:
    """The rows that have every word of `text` in one of the fields, whatever its case.

    SQLite folds only ASCII letters in LIKE, so each word is tried as typed, small, capitalised and large.
    """
    for word in text.replace("\0", "").split()[:10]:
        spellings = {word, word.lower(), word.capitalize(), word.upper()}
        found = Q()
        for field in fields:
            for spelling in spellings:
                found |= Q(**{f"{field}__icontains": spelling})
        queryset = queryset.filter(found)
    return queryset


class EntryIndexView(IndexView):
    """A list whose search looks in the database itself, so that it needs no index and misses nothing."""

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        return matching(queryset, self.search_query, self.search_fields) if self.is_searching else queryset
