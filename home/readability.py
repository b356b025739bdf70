"""How easy a text is to read, by LIX."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG = 6
WORD = re.compile(r"\d[\d.,]*\d|\w(?:[\w'’-]*\w)?")
# Not after "kl." and before a number. A line of a list is a sentence of its own, whether or not it has a full stop.
SENTENCE_ENDS = re.compile(r"[.!?:]+(?=\s+[^\sa-zæøå0-9]|\s*$)|\n+")


def lix(text: str) -> float:
    """The words of a sentence on average, and the percentage of words longer than six letters; 0.0 without words.

    C.H. Björnsson, *Læsbarhed* (Gad, 1971): below 25 very easy, 25-34 easy, 35-44 middling, 45-54 hard, from 55 very
    hard.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    sentences = sum(1 for part in SENTENCE_ENDS.split(text) if WORD.search(part))
    return len(words) / sentences + 100 * sum(len(word) > LONG for word in words) / len(words)


def lix_of_all(texts: Iterable[str]) -> float:
    """The LIX of several texts as one, each a sentence at least."""
    return lix("\n".join(texts))
