"""Writing documents by the hundred, again where the server was too busy."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from elasticsearch import Elasticsearch

from ...documents import IndexDocument
from ..base import EngineUnavailable, IndexMissing
from .client import BUSY, NO_INDEX_HINT
from .mapping import stored

CHUNK = 500
PAUSES = (0.1, 0.4, 1.0)
LONG_PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
NO_INDEX = "index_not_found_exception"


class DocumentRejected(Exception):
    """The server took a document for nonsense: ours is the mistake."""


@dataclass(frozen=True, slots=True)
class Write:
    """One document to put in, or one id to take out."""

    id: str
    document: IndexDocument | None = None

    def operations(self, alias: str, *, only_if_new: bool) -> Iterator[dict[str, Any]]:
        """The lines of a bulk request.

        With `only_if_new` the document is refused where anything was written or deleted under its id before: such
        a write brings version 1, and every earlier one, a deletion too, has left at least that.
        """
        target: dict[str, Any] = {"_index": alias, "_id": self.id}
        if self.document is None:
            yield {"delete": target}
            return
        if only_if_new:
            target |= {"version": 1, "version_type": "external"}
        yield {"index": {**target, "require_alias": True}}
        yield stored(self.document)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line: the HTTP status and the kind of error."""

    status: int
    error: str

    @classmethod
    def of(cls, item: Mapping[str, Any]) -> Outcome:
        """The outcome in one item of the response."""
        (result,) = item.values()
        error = result.get("error") or {}
        return cls(result["status"], error.get("type", "") if isinstance(error, dict) else str(error))

    @property
    def is_busy(self) -> bool:
        return self.status in BUSY


def write_all(
    client: Elasticsearch,
    writes: Iterable[Write],
    aliases: tuple[str, ...],
    *,
    is_done: Callable[[list[Outcome]], bool],
    only_if_new: bool = False,
    pauses: tuple[float, ...] = PAUSES,
) -> None:
    """Sends every write to each of the aliases, in their order.

    `is_done` judges a write by its outcomes, one for each alias. Raises `EngineUnavailable` when the server stays busy
    or refuses, `DocumentRejected` when it calls a document malformed.
    """
    waiting = iter(writes)
    while chunk := list(islice(waiting, CHUNK)):
        for pause in (*pauses, None):
            chunk = [
                write
                for write, outcomes in _send(client, chunk, aliases, only_if_new)
                if not _settled(write, outcomes, is_done)
            ]
            if not chunk:
                break
            if pause is None:
                raise EngineUnavailable("Elasticsearch is too busy to write.")
            time.sleep(pause)


def _send(
    client: Elasticsearch, chunk: list[Write], aliases: tuple[str, ...], only_if_new: bool
) -> list[tuple[Write, list[Outcome]]]:
    operations = [
        line for write in chunk for alias in aliases for line in write.operations(alias, only_if_new=only_if_new)
    ]
    response = client.bulk(operations=operations, filter_path="items.*.status,items.*.error.type")
    outcomes = map(Outcome.of, response["items"])
    return [(write, list(islice(outcomes, len(aliases)))) for write in chunk]


def _settled(write: Write, outcomes: list[Outcome], is_done: Callable[[list[Outcome]], bool]) -> bool:
    if any(outcome.is_busy for outcome in outcomes):
        return False
    if is_done(outcomes):
        return True
    worst = [outcome for outcome in outcomes if outcome.error][-1]
    if worst.status == 400:
        raise DocumentRejected(f"{write.id}: {worst.error}")
    if worst.error == NO_INDEX:
        raise IndexMissing(NO_INDEX_HINT)
    raise EngineUnavailable(f"Elasticsearch did not write {write.id}: {worst.status} {worst.error}")
