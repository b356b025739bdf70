"""The things behind the hits, from the database."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalogue.models import Activity
from search.documents.activities import KIND
from search.documents.registry import Kind, kind_of


def items_of(ids: Iterable[str]) -> dict[str, Any]:
    """Document id → the thing, with all that a card shows; one that is gone or hidden meanwhile is left out.

    A fixed number of queries for each kind of thing among the ids.
    """
    by_kind: dict[str, list[uuid.UUID]] = {}
    for one in ids:
        name, _colon, identity = one.partition(":")
        by_kind.setdefault(name, []).append(uuid.UUID(identity))
    return {
        kind.document_id(kind.identity(item)): item
        for name, identities in by_kind.items()
        if (kind := kind_of(name))
        for item in kind.identified(_findable(kind), identities)
    }


def _findable(kind: Kind) -> QuerySet[Any]:
    return Activity.objects.published().for_page() if kind.name == KIND else kind.findable(timezone.now())
