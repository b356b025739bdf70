"""`Snapshot`: the index as it was at one commit, with what may be remembered about it."""

from __future__ import annotations

from collections.abc import Sequence

import tantivy
from tantivy import Query

from .compiling import Compiler, everything
from .fields import FINGERPRINT, ID, ONE, SPOT
from .places import Places

# Walking a field's whole dictionary beats aggregating as soon as more than this share of the documents match.
BROAD = 0.1
# More than any field's values.
MANY = 60_000


class Snapshot:
    """One searcher and its places; thread-safe, because nothing in it changes but what is remembered."""

    def __init__(self, searcher: tantivy.Searcher, schema: tantivy.Schema, before: Snapshot | None = None) -> None:
        self.searcher = searcher
        self.size: int = searcher.num_docs
        keys = tuple(sorted(key for key, _ in searcher.terms_with_prefix(SPOT, "")))
        self.places: Places = before.places if before and before.places.keys == keys else Places(keys)
        self.compiler = Compiler(searcher, schema, self.places)

    def count(self, query: Query) -> int:
        """How many documents match."""
        found = self.searcher.aggregate(query, {"all": {"value_count": {"field": ONE}}})
        return int(found["all"]["value"])

    def tallies(self, query: Query, fields: Sequence[str], matching: int) -> dict[str, dict[str, int]]:
        """Field → value → how many of the `matching` documents of the query have it."""
        if matching > BROAD * self.size:
            return {field: self._walked(query, field) for field in fields}
        return self._aggregated(query, fields) if fields else {}

    def _walked(self, query: Query, field: str) -> dict[str, int]:
        return {value: count for value, count in self.searcher.terms_with_prefix(field, "", query) if count}

    def _aggregated(self, query: Query, fields: Sequence[str]) -> dict[str, dict[str, int]]:
        wanted = {field: {"terms": {"field": field, "size": MANY, "segment_size": MANY}} for field in fields}
        found = self.searcher.aggregate(query, wanted)
        return {field: {bucket["key"]: bucket["doc_count"] for bucket in found[field]["buckets"]} for field in fields}

    def hit(self, address: tantivy.DocAddress) -> tuple[str, str | None]:
        """The id of a hit's document and the key of its place."""
        document = self.searcher.doc(address)
        return document[ID][0], document.get_first(SPOT)

    def fingerprints(self) -> dict[str, str]:
        """Document id → fingerprint, of every document."""
        if not self.size:
            return {}
        found = self.searcher.search(everything(), self.size, count=False)
        documents = (self.searcher.doc(address) for _, address in found.hits)
        return {document[ID][0]: bytes(document[FINGERPRINT][0]).decode() for document in documents}
