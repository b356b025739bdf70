"""What somebody says that they do not want: "uden at snakke om følelser". It is then not searched for.

Only plain cases are read so: "kan ikke lave mad" and "ikke talt med nogen" tell of a need, not of what to leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search.language.analysis import Word

TO_TALK = frozenset(
    ["snakke", "tale", "talke", "fortælle", "diskutere", "dele", "vende", "talk", "talking", "share", "discuss"]
)
WILLING = frozenset(["vil", "gider", "skal", "behøver", "orker", "ønsker", "want"])
NOT = frozenset({"ikke", "not"})
ABOUT = frozenset({"om", "about"})
BETWEEN = frozenset(["jeg", "man", "at", "helst", "gerne", "bare", "så", "meget", "altid", "hele", "tiden", "to"])
# "Om mine følelser" is the longest that is looked past.
SMALL_WORDS = 2


def unwanted(words: Sequence[Word]) -> frozenset[int]:
    """Indices of the words that name what is not wanted; the denial itself is not among them."""
    return frozenset(index for first in _denied(words) for index in _what(words, first))


def _denied(words: Sequence[Word]) -> Iterator[int]:
    """Where what is denied begins: after "uden at", and where talking is what one will not."""
    texts = [word.text for word in words]
    for index, text in enumerate(texts):
        if text == "uden" and texts[index + 1 : index + 2] == ["at"] and index + 2 < len(texts):
            yield index + 2
        elif text == "without" and index + 1 < len(texts):
            yield index + 1
        elif text in NOT and WILLING.intersection(texts[max(0, index - 2) : index]):
            after = index + 1
            while after < len(texts) and texts[after] in BETWEEN:
                after += 1
            if after < len(texts) and texts[after] in TO_TALK:
                yield after


def _what(words: Sequence[Word], first: int) -> Iterator[int]:
    """The word, and what it is about."""
    yield first
    about = first + 1
    while about < len(words) and words[about].text in BETWEEN:
        about += 1
    if about >= len(words) or words[about].text not in ABOUT:
        return
    for index in range(about + 1, min(len(words), about + 2 + SMALL_WORDS)):
        yield index
        if not words[index].is_stop:
            return
