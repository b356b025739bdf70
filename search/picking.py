"""The activities that a search finds, for pages that show a few of them without all that a page of results says."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from search.engines import get_engine, guarded
from search.query import SearchQuery
from search.service import ask


@dataclass(frozen=True, slots=True)
class Picked:
    """The first activities' identities with how far away each is, the best first; and how many there are in all."""

    distances: dict[uuid.UUID, float | None]
    total: int


def pick(query: SearchQuery, limit: int) -> Picked:
    """The first `limit` activities that the question finds; as `service.search` where the engine is away."""
    plan = ask(query).planned.plan
    plan = replace(plan, facets=(), probes=(), offset=0, limit=limit)
    found = guarded.ask(plan, get_engine(), lambda: get_engine(guarded.FALLBACK)).found
    return Picked({uuid.UUID(hit.id.partition(":")[2]): hit.distance_km for hit in found.hits}, found.total)
