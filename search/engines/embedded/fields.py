"""The index as Tantivy sees it: its schema, and a document of ours as one of Tantivy's."""

from __future__ import annotations

import uuid
from hashlib import blake2s
from importlib.metadata import version

import tantivy

from ...documents import IndexDocument
from ...schema import FACETS, KeywordField, NumberField, TextField

ID = "id"
FINGERPRINT = "fingerprint"
# The id again as a number: in the same order, and quick to fetch for thousands of hits.
ORDER = "order"
SPOT = "spot"
# The same in every document, for counting documents without scoring them.
ONE = "one"
TOKENS = "ready-made"
# Tantivy drops longer terms.
LONGEST_TERM = 65_000
KIND_LETTERS = 5
# Count it up when `to_tantivy` or a tokenizer changes.
WRITTEN_AS = "1"


def make_schema() -> tantivy.Schema:
    """A schema of `search.schema`'s fields and the engine's own."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field(FINGERPRINT, stored=True)
    builder.add_unsigned_field(ORDER, fast=True)
    builder.add_text_field(SPOT, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field(ONE, fast=True)
    for text in TextField:
        builder.add_text_field(text, tokenizer_name=TOKENS, index_option="freq")
    for keyword in KeywordField:
        fast = keyword in FACETS.values()
        builder.add_text_field(keyword, fast=fast, tokenizer_name="raw", index_option="basic")
    for number in NumberField:
        builder.add_integer_field(number, indexed=True, fast=True)
    return builder.build()


def schema_digest() -> str:
    """Changes when the schema or the way documents are written changes, so that an older index is made anew."""
    names = (*TextField, *KeywordField, *NumberField, *FACETS, version("tantivy"), WRITTEN_AS)
    return blake2s("\n".join(names).encode(), digest_size=8).hexdigest()


def register_tokenizer(index: tantivy.Index) -> None:
    """Tells an opened index how our ready-made tokens are parted."""
    index.register_tokenizer(TOKENS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def order_of(ident: str) -> int:
    """A number below 2⁶⁴ that orders ids ("kind:uuid") as they are ordered as text, but for the end of the UUID.

    Kinds are told apart by their first five letters. Raises `ValueError` for an id that is none.
    """
    kind, _, rest = ident.partition(":")
    if not (kind.isascii() and kind.isalpha() and kind.islower()):
        raise ValueError(f"{ident!r} is not the id of a document: kind:uuid, the kind in small letters")
    number = 0
    for letter in kind[:KIND_LETTERS].ljust(KIND_LETTERS, "`"):
        number = number * 32 + ord(letter) - ord("`")
    uuid_bits = 64 - 5 * KIND_LETTERS
    return (number << uuid_bits) + (uuid.UUID(rest).int >> (128 - uuid_bits))


def spot_of(location: tuple[float, float]) -> str:
    """The key of a place; equal positions have equal keys."""
    return f"{location[0]!r},{location[1]!r}"


def to_tantivy(document: IndexDocument, schema: tantivy.Schema) -> tantivy.Document:
    """The document as Tantivy takes it; tokens longer than any word are left out."""
    values: dict[str, object] = {
        ID: document.id,
        FINGERPRINT: document.fingerprint.encode(),
        ORDER: order_of(document.id),
        ONE: 1,
    }
    for text, tokens in document.text.items():
        values[str(text)] = tokens
    for keyword, words in document.keywords.items():
        values[str(keyword)] = list(words)
    for number, numbers in document.numbers.items():
        values[str(number)] = list(numbers)
    if document.location:
        values[SPOT] = spot_of(document.location)
    return tantivy.Document.from_dict(values, schema)
