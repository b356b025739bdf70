"""What there is to read about a question."""

from __future__ import annotations

import uuid

from search.documents.registry import kinds_to_read
from search.plan import Found
from search.results import Reading


def readings_of(found: Found) -> tuple[Reading, ...]:
    """The things to read behind the hits, in their order; one that is gone meanwhile is left out."""
    readings: dict[str, Reading] = {}
    for kind in kinds_to_read():
        asked = [uuid.UUID(hit.id.partition(":")[2]) for hit in found.hits if hit.id.startswith(f"{kind.name}:")]
        if asked and kind.readings:
            readings |= {kind.document_id(one): reading for one, reading in kind.readings(asked).items()}
    return tuple(readings[hit.id] for hit in found.hits if hit.id in readings)
