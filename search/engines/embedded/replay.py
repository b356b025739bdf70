"""What is written while a rebuild runs, kept as JSON lines and written again to the generation that was built."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...documents import IndexDocument
from ...schema import KeywordField, NumberField, TextField

Change = tuple[list[IndexDocument], list[str]]


def append(path: Path, documents: Sequence[IndexDocument], delete: Sequence[str]) -> None:
    """Adds one update to the file, if there is one: without a rebuild there is none."""
    if path.exists():
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"documents": [_plain(one) for one in documents], "delete": list(delete)}) + "\n")


def read(path: Path) -> Iterator[Change]:
    """The updates in the order in which they were made."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            change = json.loads(line)
            yield [_document(plain) for plain in change["documents"]], change["delete"]


def _plain(document: IndexDocument) -> dict[str, object]:
    return {
        "id": document.id,
        "kind": document.kind,
        "text": document.text,
        "keywords": document.keywords,
        "numbers": document.numbers,
        "location": document.location,
        "fingerprint": document.fingerprint,
    }


def _document(plain: dict) -> IndexDocument:
    location: Iterable[float] | None = plain["location"]
    return IndexDocument(
        id=plain["id"],
        kind=plain["kind"],
        text={TextField(field): text for field, text in plain["text"].items()},
        keywords={KeywordField(field): tuple(values) for field, values in plain["keywords"].items()},
        numbers={NumberField(field): tuple(values) for field, values in plain["numbers"].items()},
        location=tuple(location) if location else None,  # type: ignore[arg-type]
        fingerprint=plain["fingerprint"],
    )
