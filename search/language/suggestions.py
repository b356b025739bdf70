"""Prefix suggestions: what someone may be about to type."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.language.lemma import spelling

LONGEST_PREFIX = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something worth suggesting; a heavier one comes first."""

    text: str
    weight: float = 1.0


class Suggester:
    """Suggests phrases by the beginning of any of their words: "fæl" finds "Spis i fællesskab" too."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        best: dict[str, Phrase] = {}
        for phrase in phrases:
            known = best.get(phrase.text.lower())
            if known is None or phrase.weight > known.weight:
                best[phrase.text.lower()] = phrase
        self._entries: Sequence[tuple[str, int, Phrase]] = sorted(
            (
                (start, position, phrase)
                for phrase in best.values()
                for position, start in enumerate(_starts(phrase.text))
            ),
            key=lambda entry: (entry[0], entry[1], entry[2].text),
        )
        self._keys = [entry[0] for entry in self._entries]

    def suggest(self, typed: str, limit: int = 8) -> list[str]:
        """At most ``limit`` phrases with a word that begins as ``typed`` does; those that begin with it come first."""
        prefix = _plain(typed)[:LONGEST_PREFIX]
        if not prefix:
            return []
        found: dict[str, tuple[bool, float, str]] = {}
        for index in range(bisect_left(self._keys, prefix), len(self._keys)):
            start, position, phrase = self._entries[index]
            if not start.startswith(prefix):
                break
            rank = (position > 0, -phrase.weight, phrase.text)
            found[phrase.text] = min(rank, found.get(phrase.text, rank))
        return sorted(found, key=lambda text: found[text])[:limit]


def _plain(text: str) -> str:
    return " ".join(spelling(word) for word in text.split())


def _starts(text: str) -> Iterable[str]:
    words = _plain(text).split(" ")
    return (" ".join(words[position:]) for position in range(len(words)))
