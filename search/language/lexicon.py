"""The words that a search can find: those of the catalogue, its vocabularies and the concepts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from search.language.analysis import is_stop_word, word_key
from search.language.characters import keyboard
from search.language.lemma import base_form, spelling
from search.language.sound import sound

SHORTEST_WORD = 2
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
Key = TypeVar("Key", str, int)


@dataclass(frozen=True)
class Lexicon:
    """Forms with the number of texts they occur in. Correction, suggestions and "do we know this word" rest on it."""

    counts: Mapping[str, int]

    @classmethod
    def of_texts(cls, texts: Iterable[str]) -> Lexicon:
        """Every word of ``texts`` and its dictionary form, each counted once a text."""
        raw: Counter[str] = Counter()
        for text in texts:
            raw.update(set(WORD.findall(text.lower())))
        return cls.of_counts(raw)

    @classmethod
    def of_counts(cls, raw: Mapping[str, int]) -> Lexicon:
        """The lexicon of words as written (lower case), with the number of texts that each is in."""
        counts: Counter[str] = Counter()
        pieces = (
            (piece, texts)
            for written, texts in raw.items()
            for piece in {written.replace("-", ""), *written.split("-")}
        )
        for written, texts in pieces:
            form = spelling(written)
            if len(form) >= SHORTEST_WORD and not is_stop_word(form):
                for known in {form, base_form(form)}:
                    counts[known] += texts
        return cls(dict(counts))

    def __contains__(self, form: str) -> bool:
        return spelling(form) in self.counts

    def count(self, form: str) -> int:
        """In how many texts the form occurs."""
        return self.counts.get(spelling(form), 0)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every form, in alphabetical order."""
        return tuple(sorted(self.counts))

    @cached_property
    def key_counts(self) -> Mapping[str, int]:
        """In how many texts a key occurs, at least: the count of its commonest form."""
        counts: dict[str, int] = {}
        for form, texts in self.counts.items():
            key = word_key(form)
            counts[key] = max(counts.get(key, 0), texts)
        return counts

    @cached_property
    def by_keyboard(self) -> Mapping[str, tuple[str, ...]]:
        """Forms by how they look without the Danish letters."""
        return _grouped((keyboard(form), form) for form in self.forms)

    @cached_property
    def by_sound(self) -> Mapping[str, tuple[str, ...]]:
        """Forms by how they sound."""
        return _grouped((sound(form), form) for form in self.forms)

    @cached_property
    def by_length(self) -> Mapping[int, tuple[str, ...]]:
        """Forms by their number of letters."""
        return _grouped((len(form), form) for form in self.forms)


def _grouped(pairs: Iterable[tuple[Key, str]]) -> dict[Key, tuple[str, ...]]:
    groups: dict[Key, list[str]] = {}
    for group, form in pairs:
        groups.setdefault(group, []).append(form)
    return {group: tuple(forms) for group, forms in groups.items()}
