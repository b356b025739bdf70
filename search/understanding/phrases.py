"""Finding known phrases in a question, in any inflection and with small words in between."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from search.language.analysis import Word, analyse, joined_key
from search.language.lemma import spelling

MOST_SKIPPED = 3
SMALL_WORDS_ENOUGH = 3
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """Words ``first`` to ``last`` (inclusive) of the question say this; ``used`` are those that the phrase names."""

    meaning: Meaning
    first: int
    last: int
    used: tuple[int, ...]
    weight: int

    def overlaps(self, other: Match[Meaning]) -> bool:
        return self.first <= other.last and other.first <= self.last


def by_key(word: Word) -> str:
    """Any inflection will do."""
    return word.key


def by_spelling(word: Word) -> str:
    """Names are not inflected."""
    return spelling(word.text)


class PhraseBook(Generic[Meaning]):
    """Phrases with their meanings. "kender ingen" is found in "jeg kender slet ingen her".

    ``form`` says what two words must share to be the same.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], form: Callable[[Word], str] = by_key) -> None:
        self._form = form
        self._by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for text, meaning in phrases:
            words = analyse(text)
            if words:
                forms = tuple(form(word) for word in words)
                self._by_first.setdefault(forms[0], []).append((forms, meaning))

    def exactly(self, form: str) -> list[Meaning]:
        """Meanings of the phrase that is this one form."""
        return [meaning for phrase, meaning in self._by_first.get(form, ()) if phrase == (form,)]

    def longest(self, words: Sequence[Word]) -> list[Match[Meaning]]:
        """Matches in ``words`` that do not overlap, the weightiest first chosen; all meanings of the same words."""
        said = (match for match in self._all(words) if _says_something(match, words))
        found = sorted(said, key=lambda match: (-match.weight, match.last - match.first, match.first))
        chosen: list[Match[Meaning]] = []
        for match in found:
            if all(match.used == other.used or not match.overlaps(other) for other in chosen):
                chosen.append(match)
        return sorted(chosen, key=lambda match: (match.first, match.last))

    def _all(self, words: Sequence[Word]) -> Iterable[Match[Meaning]]:
        forms = [self._form(word) for word in words]
        for first in range(len(words)):
            for form, width in self._forms_at(forms, first):
                for phrase, meaning in self._by_first.get(form, ()):
                    used = _follow(words, forms, first, width, phrase)
                    if used:
                        weight = sum(1 if words[index].is_stop else 3 for index in used)
                        yield Match(meaning, used[0], used[-1], used, weight)

    def _forms_at(self, forms: Sequence[str], position: int) -> Iterable[tuple[str, int]]:
        """The form of the word here, and of the compound it would make with the next one."""
        yield forms[position], 1
        if position + 1 < len(forms) and self._form is by_key:
            yield joined_key(forms[position], forms[position + 1]), 2


def _says_something(match: Match[Meaning], words: Sequence[Word]) -> bool:
    """Whether a word of its own weight is in it, or small words enough: "kan ikke gå så godt"."""
    return len(match.used) >= SMALL_WORDS_ENOUGH or not all(words[index].is_stop for index in match.used)


def _follow(
    words: Sequence[Word], forms: Sequence[str], first: int, width: int, phrase: tuple[str, ...]
) -> tuple[int, ...]:
    """Indices of the words that spell ``phrase``, or () when they do not."""
    used = list(range(first, first + width))
    position = first + width
    for form in phrase[1:]:
        skipped = 0
        while position < len(words) and forms[position] != form:
            if not words[position].is_stop or skipped == MOST_SKIPPED:
                return ()
            position += 1
            skipped += 1
        if position == len(words):
            return ()
        used.append(position)
        position += 1
    return tuple(used)
