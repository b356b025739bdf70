"""Marks the words of a title or summary that were looked for."""

from __future__ import annotations

from search.answering.words import Segments, is_sought
from search.language.analysis import analyse
from search.language.characters import clean


def mark(text: str, keys: frozenset[str]) -> Segments:
    """``text`` in segments (text, is it a match); joined they are ``text`` again."""
    text = clean(text)
    segments: list[tuple[str, bool]] = []
    end = 0
    for word in analyse(text):
        if not is_sought(word, keys):
            continue
        if word.start > end:
            segments.append((text[end : word.start], False))
        segments.append((text[word.start : word.end], True))
        end = word.end
    if end < len(text) or not segments:
        segments.append((text[end:], False))
    return tuple(segments)
