"""Holding the index against the database."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from search.documents import IndexDocument
from search.documents.registry import all_documents
from search.engines import Engine, get_engine
from search.indexing.applying import apply_changes
from search.indexing.outbox import mark_ids
from search.indexing.rolling import roll

Watch = Callable[[Iterable[IndexDocument]], Iterable[IndexDocument]]


@dataclass(frozen=True, slots=True)
class Differences:
    """Ids of documents: those the index lacks, has without reason, or has in an older state; and how many there are."""

    documents: int
    missing: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        """All of them."""
        return [*self.missing, *self.extra, *self.outdated]


def compare(
    *, engine: Engine | None = None, now: datetime | None = None, watch: Watch = lambda documents: documents
) -> Differences:
    """What the index says otherwise than the database; makes every document anew for it.

    `watch` wraps the documents as they are made, for a progress bar. Raises `EngineUnavailable`.
    """
    held = (engine or get_engine()).fingerprints()
    count = 0
    missing: list[str] = []
    outdated: list[str] = []
    for document in watch(all_documents(now)):
        count += 1
        fingerprint = held.pop(document.id, None)
        if fingerprint is None:
            missing.append(document.id)
        elif fingerprint != document.fingerprint:
            outdated.append(document.id)
    return Differences(count, missing, sorted(held), outdated)


def repair(*, engine: Engine | None = None, watch: Watch = lambda documents: documents) -> Differences:
    """Writes what is marked, lets time pass, then mends every difference that is left, and returns these.

    Raises `EngineUnavailable`.
    """
    engine = engine or get_engine()
    roll(engine=engine)
    apply_changes(engine=engine)
    differences = compare(engine=engine, watch=watch)
    by_kind: dict[str, list[uuid.UUID]] = defaultdict(list)
    for ident in differences.ids:
        name, _, identity = ident.partition(":")
        by_kind[name].append(uuid.UUID(identity))
    for name, identities in by_kind.items():
        mark_ids(name, identities)
    apply_changes(engine=engine)
    return differences
