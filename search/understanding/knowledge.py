"""What is known before a question is asked: words, places, concepts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from search.language.lexicon import Lexicon
from search.understanding.places import Gazetteer
from search.understanding.thesaurus import Thesaurus


@dataclass(frozen=True)
class Knowledge:
    """The catalogue's words (``catalogue``), places and concepts. ``lexicon`` holds every word of all three."""

    catalogue: Lexicon
    gazetteer: Gazetteer
    thesaurus: Thesaurus
    documents: int

    @cached_property
    def lexicon(self) -> Lexicon:
        """Every word that a question may rightly hold; the catalogue's own count for more."""
        extra: Iterable[str] = (*self.thesaurus.texts, *self.gazetteer.words)
        counts = dict(self.catalogue.counts)
        for form in Lexicon.of_texts(extra).counts:
            counts.setdefault(form, 1)
        return Lexicon(counts)

    def documents_with(self, key: str) -> int:
        """In how many entries the key occurs, at least."""
        return self.catalogue.key_counts.get(key, 0)
