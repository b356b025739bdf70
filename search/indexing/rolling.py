"""Time passes: dates that are over give way to the next, and what has expired is no longer found.

A document says only what follows from the database and from its next date (`search.documents.activity_dates`), so those
whose next date has begun are all that time can have changed, and what the querysets find no longer, or only now.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from search.choices import Sort
from search.documents.registry import Kind, documents_of, kinds
from search.engines import Engine, EngineUnavailable, get_engine
from search.indexing.outbox import mark_ids
from search.models import IndexState
from search.plan import AnyOf, Between, Filter, Plan
from search.schema import KeywordField, NumberField

EVERY = timedelta(minutes=10)
# Expiry is looked for as far back as this again, in case a look was cut short.
OVERLAP = timedelta(days=1)
PAGE = 500
# So many are looked at in one go, the oldest first; the rest next time.
PAGES = 10


def is_due(now: datetime | None = None) -> bool:
    """Whether dates have not been looked at for a while."""
    rolled_at = _rolled_at()
    return rolled_at is None or (now or timezone.now()) - rolled_at >= EVERY


def roll(now: datetime | None = None, *, engine: Engine | None = None) -> int:
    """Marks what time has changed since the last look; returns how many documents that is.

    When two processes look at the same time, one of them does it. Raises `EngineUnavailable`; the look is then due
    again at once.
    """
    now, engine = now or timezone.now(), engine or get_engine()
    since = _rolled_at()
    if not _claim(since, now):
        return 0
    marked = 0
    try:
        for kind in kinds():
            changed = {*_moved_on(kind, engine, now), *_lapsed(kind, (since or now) - OVERLAP, now)}
            mark_ids(kind.name, changed)
            marked += len(changed)
    except EngineUnavailable:
        IndexState.objects.filter(pk=1).update(rolled_at=since)
        raise
    return marked


def _rolled_at() -> datetime | None:
    return IndexState.objects.filter(pk=1).values_list("rolled_at", flat=True).first()


def _claim(since: datetime | None, now: datetime) -> bool:
    IndexState.objects.get_or_create(pk=1)
    return IndexState.objects.filter(pk=1, rolled_at=since).update(rolled_at=now) == 1


def _moved_on(kind: Kind, engine: Engine, now: datetime) -> Iterator[uuid.UUID]:
    """Those of a kind whose next date the index has, and that have another one, or none, by now."""
    for begun in _begun(kind, engine, now):
        going_on = {
            document.id
            for document in documents_of(kind, begun, now)
            if document.numbers[NumberField.NEXT_START][0] <= now.timestamp()
        }
        yield from (identity for identity in begun if kind.document_id(identity) not in going_on)


def _begun(kind: Kind, engine: Engine, now: datetime) -> Iterator[list[uuid.UUID]]:
    """Those of a kind whose next date has begun, as the index knows it."""
    filters = (
        Filter("kind", AnyOf(KeywordField.KIND, (kind.name,))),
        Filter("begun", Between(NumberField.NEXT_START, high=int(now.timestamp()))),
    )
    for page in range(PAGES):
        plan = Plan(filters=filters, facets=(), sort=Sort.NEXT_DATE, offset=page * PAGE, limit=PAGE)
        hits = engine.search(plan).hits
        yield [uuid.UUID(hit.id.partition(":")[2]) for hit in hits]
        if len(hits) < PAGE:
            return


def _lapsed(kind: Kind, since: datetime, now: datetime) -> Iterator[uuid.UUID]:
    """Those that were to be found then and are not now, or the other way about."""
    then, today = kind.findable(since), kind.findable(now)
    for these, those in ((then, today), (today, then)):
        bare = these.order_by().select_related(None).prefetch_related(None)
        yield from kind.identities(bare.exclude(pk__in=those.order_by().values("pk")))
