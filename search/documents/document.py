"""`IndexDocument`: one thing that can be found, ready for any engine."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..schema import KeywordField, NumberField, TextField


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One document.

    `id` is "kind:uuid"; `text` maps a field to tokens parted by spaces; `keywords` and `numbers` map a field to its
    values; `location` is (latitude, longitude) in degrees; `fingerprint` is a short digest of all the rest, which
    tells whether the index holds what the database says.
    """

    id: str
    kind: str
    text: dict[TextField, str] = field(default_factory=dict)
    keywords: dict[KeywordField, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[NumberField, tuple[int, ...]] = field(default_factory=dict)
    location: tuple[float, float] | None = None
    fingerprint: str = ""
