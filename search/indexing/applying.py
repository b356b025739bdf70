"""Writing what is marked: documents are made anew and replaced, or removed where there is nothing to find any more."""

from __future__ import annotations

import logging
import time
import uuid
from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from search.documents import IndexDocument
from search.documents.registry import documents_of, kind_of
from search.engines import Engine, EngineUnavailable, get_engine
from search.indexing import maintenance
from search.indexing.lock import index_lock
from search.models import IndexChange

logger = logging.getLogger(__name__)

# Documents written at once: the lock is held for well under a second.
BATCH = 100
# How long a request waits for its own changes; what is left is written in the background.
SECONDS_IN_A_REQUEST = 1.0


def apply_changes(*, engine: Engine | None = None, seconds: float | None = None) -> int:
    """Writes what is marked, for at most so many seconds; returns how many documents were brought up to date.

    Raises `EngineUnavailable`, leaving the marks of what was not written.
    """
    engine = engine or get_engine()
    began, written = time.monotonic(), 0
    while IndexChange.objects.exists():
        written += _apply_batch(engine)
        if seconds is not None and time.monotonic() - began > seconds:
            break
    return written


def after_commit() -> None:
    """Follows a change of the database: at once, or in the background where that takes long or fails now."""
    try:
        apply_changes(seconds=SECONDS_IN_A_REQUEST if maintenance.in_request() else None)
    except EngineUnavailable as error:
        logger.warning("The search index does not follow now, and catches up later: %s", error)
    if IndexChange.objects.exists():
        maintenance.wake()


def _apply_batch(engine: Engine) -> int:
    with index_lock():
        marked = _first_marked()
        if not marked:
            return 0
        rows = list(
            IndexChange.objects.filter(uuid__in=[identity for _, identity in marked]).values_list("pk", flat=True)
        )
        documents, gone = documents_and_gone(marked)
        engine.update(documents, delete=gone)
        IndexChange.objects.filter(pk__in=rows).delete()
    return len(marked)


def _first_marked() -> list[tuple[str, uuid.UUID]]:
    """The things marked first, each once."""
    rows = IndexChange.objects.order_by("pk").values_list("kind", "uuid")[: 4 * BATCH]
    return list(dict.fromkeys(rows))[:BATCH]


def documents_and_gone(marked: Iterable[tuple[str, uuid.UUID]]) -> tuple[list[IndexDocument], list[str]]:
    """The documents of (kind, UUID) pairs, and the ids of those that are not to be found.

    What is to be found and cannot be made a document of is in neither: the index keeps what it has.
    """
    by_kind: dict[str, list[uuid.UUID]] = defaultdict(list)
    for name, identity in marked:
        by_kind[name].append(identity)
    documents: list[IndexDocument] = []
    gone: list[str] = []
    for name, identities in by_kind.items():
        kind, lacking = kind_of(name), dict.fromkeys(identities)
        if kind:
            for document in documents_of(kind, identities):
                documents.append(document)
                lacking.pop(uuid.UUID(document.id.partition(":")[2]))
            for broken in kind.identities(kind.identified(kind.findable(timezone.now()), list(lacking))):
                lacking.pop(broken)
        gone += [f"{name}:{identity}" for identity in lacking]
    return documents, gone
