"""Marking what has changed."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from search.documents.registry import Kind, kinds
from search.models import IndexChange

BATCH = 1000


class _Marked(threading.local):
    """Whether this thread has marked something that has not been written since."""

    waiting = False


_marked = _Marked()


def mark_changed(things: Iterable[Any]) -> None:
    """Marks things that can be found: model instances, or a queryset of them, which then costs two queries.

    Call it in the transaction of the change; the index follows on commit. Raises `TypeError` for a model that no kind
    of document is made of.
    """
    if isinstance(things, QuerySet):
        kind = _kind_of(things.model)
        mark_ids(kind.name, kind.identities(things))
        return
    by_kind: dict[str, list[uuid.UUID]] = {}
    for thing in things:
        kind = _kind_of(type(thing))
        by_kind.setdefault(kind.name, []).append(kind.identity(thing))
    for name, identities in by_kind.items():
        mark_ids(name, identities)


def mark_ids(kind: str, identities: Iterable[uuid.UUID]) -> None:
    """Marks things of a kind by their UUIDs; they need not be there any more."""
    rows = [IndexChange(kind=kind, uuid=identity) for identity in identities]
    if not rows:
        return
    IndexChange.objects.bulk_create(rows, batch_size=BATCH)
    _marked.waiting = True
    transaction.on_commit(_write_once, robust=True)


def _write_once() -> None:
    """Writes what the transaction marked; the first of its callbacks writes it all."""
    from search.indexing.applying import after_commit

    if _marked.waiting:
        _marked.waiting = False
        after_commit()


def _kind_of(model: type[Model]) -> Kind:
    for kind in kinds():
        if issubclass(model, kind.model):
            return kind
    raise TypeError(f"No kind of document is made of {model.__name__}; register it with search.documents.registry.")
