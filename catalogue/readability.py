"""How easy a text is to read, by LIX. `static/catalogue/readability.js` counts the same while an editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONG = 6
# What citizens should be able to read; and how many words make a sentence hard to keep together.
EASY, MOST_WORDS = 30, 20
# White space and letters are named so that Python and JavaScript mean the same by them.
SPACE = r"[ \t\n\r\f\v\u00a0]"
WORD = re.compile(r"\d[\d.,]*\d|\w(?:[\w'’-]*\w)?")
# Not after "kl." and before a number. A line of a list is a sentence of its own, whether or not it has a full stop.
SENTENCE_ENDS = re.compile(rf"[.!?:]+(?={SPACE}+[^ \t\n\r\f\v\u00a0a-zæøå0-9]|{SPACE}*$)|\n+")


def lix(text: str) -> float:
    """The words of a sentence on average, and the percentage of words longer than six letters; 0.0 without words.

    C.H. Björnsson, *Læsbarhed* (Gad, 1971): below 25 very easy, 25-34 easy, 35-44 middling, 45-54 hard, from 55 very
    hard.
    """
    words = WORD.findall(text)
    if not words:
        return 0.0
    return len(words) / len(sentences(text)) + 100 * sum(len(word) > LONG for word in words) / len(words)


def lix_of_all(texts: Iterable[str]) -> float:
    """The LIX of several texts as one, each a sentence at least."""
    return lix("\n".join(texts))


def sentences(text: str) -> list[str]:
    """The sentences that have words, without what ends them."""
    return [part.strip() for part in SENTENCE_ENDS.split(text) if WORD.search(part)]


def long_sentences(text: str) -> list[str]:
    """Those with more than `MOST_WORDS` words."""
    return [part for part in sentences(text) if len(WORD.findall(part)) > MOST_WORDS]
