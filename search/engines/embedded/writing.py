"""Writing documents to a generation: short-lived writers, one commit each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from ...documents import IndexDocument
from .failures import unavailable_when_failing
from .fields import ID, make_schema, register_tokenizer, to_tantivy

HEAP_BYTES = 30_000_000
REBUILD_HEAP_BYTES = 200_000_000


def write(index: tantivy.Index, documents: Sequence[IndexDocument], delete: Iterable[str]) -> None:
    """Replaces the documents, removes the ids, and commits; call it while holding the write lock."""
    ready = [(document.id, to_tantivy(document, index.schema)) for document in documents]
    with unavailable_when_failing("write to it"):
        writer = index.writer(HEAP_BYTES, 1)
        for ident in (*delete, *(ident for ident, _ in ready)):
            writer.delete_documents_by_term(ID, ident)
        for _, document in ready:
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()


def create(generation: Path, documents: Iterable[IndexDocument]) -> None:
    """Fills an empty folder with an index of the documents, each id once."""
    with unavailable_when_failing("build it"):
        schema = make_schema()
        index = tantivy.Index(schema, str(generation))
        register_tokenizer(index)
        writer = index.writer(REBUILD_HEAP_BYTES, 1)
    for document in documents:
        ready = to_tantivy(document, schema)
        with unavailable_when_failing("build it"):
            writer.add_document(ready)
    with unavailable_when_failing("build it"):
        writer.commit()
        writer.wait_merging_threads()
