"""What can be found registers itself: activities here, other kinds from the apps that have them, in their `ready()`."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from django.db.models import Model, QuerySet
from django.utils import timezone

from catalogue.wording import in_danish
from search.documents.document import IndexDocument
from search.results import Reading

logger = logging.getLogger(__name__)

BATCH = 500
# Databases refuse to compare with a greater number.
MOST_NUMBERS = 2**63 - 1
# Engines order documents by kind, and look at this many letters of it.
TELLING_LETTERS = 5

Build = Callable[[Sequence[Any], datetime], Iterable[IndexDocument]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that can be found.

    `name` begins the ids of its documents and is made of small letters a-z; `model` has a `uuid`, or is told apart
    `by_number`, its primary key, where copies would take a UUID with them; `findable(now)` is a queryset of all that
    citizens may find, with everything that `build(instances, now)` needs prefetched; `build` costs the same number of
    queries for any number of instances. `readings(identities)` tells of things to read what they are called and where
    they are; such kinds are shown by themselves, beside the activities.
    """

    name: str
    model: type[Model]
    findable: Callable[[datetime], QuerySet[Any]]
    build: Build
    readings: Callable[[Sequence[uuid.UUID]], dict[uuid.UUID, Reading]] | None = None
    by_number: bool = False

    def document_id(self, identity: uuid.UUID) -> str:
        """The id of a thing's document."""
        return f"{self.name}:{identity}"

    def identity(self, thing: Any) -> uuid.UUID:
        """The identity of one of the kind."""
        return uuid.UUID(int=thing.pk) if self.by_number else thing.uuid

    def identities(self, things: QuerySet[Any]) -> Iterator[uuid.UUID]:
        """The identities of some of the kind, each once; one query."""
        found = things.order_by().values_list("pk" if self.by_number else "uuid", flat=True).distinct()
        return (uuid.UUID(int=number) for number in found) if self.by_number else iter(found)

    def identified(self, things: QuerySet[Any], identities: Iterable[uuid.UUID]) -> QuerySet[Any]:
        """Those of the things that have the identities."""
        if self.by_number:
            return things.filter(pk__in=[identity.int for identity in identities if identity.int <= MOST_NUMBERS])
        return things.filter(uuid__in=list(identities))


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Makes a kind findable; raises `ImproperlyConfigured` for a name that engines could not tell from another."""
    if not (kind.name.isascii() and kind.name.isalpha() and kind.name.islower()):
        raise ImproperlyConfigured(f"{kind.name!r} cannot name a kind of document: write it in small letters a-z.")
    for other in _kinds.values():
        if other.name != kind.name and other.name[:TELLING_LETTERS] == kind.name[:TELLING_LETTERS]:
            raise ImproperlyConfigured(f"{kind.name!r} and {other.name!r} begin alike; rename one of them.")
    _kinds[kind.name] = kind


def kinds() -> tuple[Kind, ...]:
    """All kinds, by name."""
    return tuple(_kinds[name] for name in sorted(_kinds))


def kinds_to_read() -> tuple[Kind, ...]:
    """Those of things to read."""
    return tuple(kind for kind in kinds() if kind.readings)


def kind_of(name: str) -> Kind | None:
    """The kind of that name, or None when nobody has registered it."""
    return _kinds.get(name)


def all_documents(
    now: datetime | None = None, *, advance: Callable[[int], None] | None = None
) -> Iterator[IndexDocument]:
    """Every document there should be, in batches of constant cost; `advance` is told how many more there are now."""
    now = now or timezone.now()
    for kind in kinds():
        for batch in _batches(kind.findable(now)):
            yield from _built(kind, batch, now)
            if advance:
                advance(len(batch))


def documents_of(kind: Kind, identities: Iterable[uuid.UUID], now: datetime | None = None) -> Iterator[IndexDocument]:
    """The documents of those of the identities that can be found now; the others have none."""
    now = now or timezone.now()
    wanted = list(identities)
    for first in range(0, len(wanted), BATCH):
        batch = list(kind.identified(kind.findable(now), wanted[first : first + BATCH]))
        if batch:
            yield from _built(kind, batch, now)


def _built(kind: Kind, batch: Sequence[Any], now: datetime) -> Iterable[IndexDocument]:
    """The batch's documents. One that cannot be made is logged and left out, so that it holds nobody else up."""
    try:
        with in_danish():
            return list(kind.build(batch, now))
    except DatabaseError:
        raise
    except Exception:
        if len(batch) == 1:
            logger.exception("No document can be made of %s %s (%s)", kind.name, kind.identity(batch[0]), batch[0])
            return []
    return [document for one in batch for document in _built(kind, [one], now)]


def _batches(findable: QuerySet[Any]) -> Iterator[list[Any]]:
    """Batches by primary key: no long-lived cursor, and no row twice while rows come and go."""
    last = None
    ordered = findable.order_by("pk")
    while batch := list((ordered if last is None else ordered.filter(pk__gt=last))[:BATCH]):
        yield batch
        last = batch[-1].pk
