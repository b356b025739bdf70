"""Fingerprints: whether the index holds what the database says, without comparing whole documents."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import blake2b

from search.documents.document import IndexDocument


def with_fingerprint(document: IndexDocument) -> IndexDocument:
    """The document with the digest of all that is in it, the same in every process and on every machine."""
    content = (document.id, document.kind, document.text, document.keywords, document.numbers, document.location)
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return replace(document, fingerprint=blake2b(canonical.encode(), digest_size=10).hexdigest())
