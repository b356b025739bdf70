"""Ages in a question: "jeg er 72", "for 60+", "18 år"."""

from __future__ import annotations

from collections.abc import Sequence

from search.language.analysis import Word
from search.understanding.question import Age, Span

YOUNGEST, OLDEST = 5, 110
AFTER = frozenset({"år", "årig", "årige", "years", "year", "yo", "gammel"})
BEFORE = frozenset({"er", "på", "alder", "am", "age", "aged", "fyldt", "bliver"})
OVER = frozenset({"over", "fra", "mindst", "ældre"})


def find_age(words: Sequence[Word], taken: set[int]) -> Age | None:
    """The first age that the question names; its words are added to ``taken``, except those of "60+"."""
    for index, word in enumerate(words):
        if index in taken:
            continue
        if word.text.endswith("+") and word.text[:-1].isdigit():
            return Age(int(word.text[:-1]), True, Span(word.start, word.end))
        if not word.text.isdigit() or not YOUNGEST <= int(word.text) <= OLDEST:
            continue
        before = words[index - 1].text if index else ""
        after = words[index + 1].text if index + 1 < len(words) else ""
        if after in AFTER or before in BEFORE or before in OVER:
            last = index + 1 if after in AFTER else index
            taken.update(range(index, last + 1))
            return Age(int(word.text), before in OVER, Span(word.start, words[last].end))
    return None
