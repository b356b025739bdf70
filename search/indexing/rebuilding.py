"""Building the whole index anew."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from django.utils import timezone

from search.documents import IndexDocument
from search.documents.registry import all_documents
from search.engines import Engine, IndexMissing, get_engine
from search.models import IndexChange, IndexState
from search.plan import Plan
from search.understanding.sources import recount_words
from search.understanding.store import forget

logger = logging.getLogger(__name__)
Watch = Callable[[Iterable[IndexDocument]], Iterable[IndexDocument]]


def rebuild(*, engine: Engine | None = None, watch: Watch = lambda documents: documents) -> int:
    """Replaces the index, without a gap for those who search, and counts the catalogue's words anew.

    Returns how many documents there are. What is marked before it begins is in it; what changes meanwhile is written
    by whoever changes it. `watch` wraps the documents as they are made. Raises `EngineUnavailable`.
    """
    engine, now = engine or get_engine(), timezone.now()
    marked = list(IndexChange.objects.values_list("pk", flat=True))
    count = engine.rebuild(watch(all_documents(now)))
    _unmark(marked)
    IndexState.objects.update_or_create(pk=1, defaults={"rolled_at": now})
    recount_words()
    forget()
    return count


def mend(*, engine: Engine | None = None) -> bool:
    """Rebuilds the index where there is none that can be used; returns whether there was none.

    Raises `EngineUnavailable` where it cannot be rebuilt, as when another process is doing it.
    """
    engine = engine or get_engine()
    try:
        engine.search(Plan(facets=(), limit=0))
    except IndexMissing as error:
        logger.warning("The search index is missing or damaged, and is built anew: %s", error)
        count = engine.mend(all_documents())
        logger.warning("The search index is built: %s documents", count)
        return True
    return False


def _unmark(marks: list[int]) -> None:
    for first in range(0, len(marks), 500):
        IndexChange.objects.filter(pk__in=marks[first : first + 500]).delete()
