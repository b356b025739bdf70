"""The index: its settings, its fields, and a document as it is stored."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import Mapping

from ...documents import IndexDocument
from ...schema import FACETS, KeywordField, NumberField, TextField

LOCATION = "location"
FINGERPRINT = "fingerprint"
ID = "id"

# How far a page may reach into the results; the client is never asked for more.
WINDOW = 100_000

# Stands for "no words here", so that a field's mean length and rarities count every document, as Tantivy's do. It is
# a character of private use, which no analysis yields.
NOTHING = "\ue000"

# Bytes of a keyword that Lucene can hold are limited; what is longer is no value of the catalogue.
LONGEST_KEYWORD = 1000

SETTINGS: dict[str, Any] = {
    # One shard holds a hundred thousand activities easily, and makes scores and counts exact.
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Said outright, because an index without it stops refreshing when nobody has searched for a while.
    "refresh_interval": "1s",
    # How long a deletion is remembered while the next generation is filled.
    "gc_deletes": "2h",
    "max_result_window": WINDOW,
    "max_inner_result_window": WINDOW,
    "similarity": {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}},
}


def mappings(**meta: str) -> dict[str, Any]:
    """The fields; `meta` is kept with them."""
    mapping = Mapping()
    mapping.meta("dynamic", False)
    mapping.meta("_meta", meta)
    for text in TextField:
        mapping.field(text.value, "text", analyzer="whitespace", index_options="freqs")
    for keyword in KeywordField:
        counted = keyword in FACETS.values()
        mapping.field(keyword.value, "keyword", ignore_above=LONGEST_KEYWORD, eager_global_ordinals=counted)
    for number in NumberField:
        mapping.field(number.value, "long")
    mapping.field(LOCATION, "geo_point")
    mapping.field(ID, "keyword")
    mapping.field(FINGERPRINT, "keyword", index=False)
    return mapping.to_dict()


def stored(document: IndexDocument) -> dict[str, Any]:
    """The document as Elasticsearch takes it in."""
    source: dict[str, Any] = {ID: document.id, FINGERPRINT: document.fingerprint}
    source |= {field.value: document.text.get(field, "").strip() or NOTHING for field in TextField}
    source |= {field.value: list(values) for field, values in document.keywords.items()}
    source |= {field.value: list(values) for field, values in document.numbers.items()}
    source.setdefault(KeywordField.KIND.value, [document.kind])
    if document.location:
        latitude, longitude = document.location
        source[LOCATION] = {"lat": latitude, "lon": longitude}
    return source
