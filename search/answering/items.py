"""The things behind the hits, from the database."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from catalogue.models import Activity
from search.documents.activities import KIND
from search.documents.registry import kind_of


def items_of(ids: Iterable[str]) -> dict[str, Any]:
    """Document id → the thing, with all that a card shows; one that is gone or hidden meanwhile is left out.

    A fixed number of queries for each kind of thing among the ids.
    """
    by_kind: dict[str, list[uuid.UUID]] = {}
    for one in ids:
        name, _colon, identity = one.partition(":")
        by_kind.setdefault(name, []).append(uuid.UUID(identity))
    return {
        f"{name}:{item.uuid}": item
        for name, identities in by_kind.items()
        for item in _findable(name).filter(uuid__in=identities)
    }


def _findable(name: str) -> QuerySet[Any]:
    if name == KIND:
        return Activity.objects.published().for_page()
    kind = kind_of(name)
    return kind.findable(timezone.now()) if kind else Activity.objects.none()
