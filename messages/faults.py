"""What can be wrong with a translation, found by comparing it with its English."""

from __future__ import annotations

import re
from collections.abc import Callable

from messages.danish import Entry
from messages.glossary import english_words, unwanted_words

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[srd](?!\w)|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
CLOSING = re.compile(r"(:|\?|…|\.\.\.)?\s*$")


def faults(entry: Entry) -> list[str]:
    """What is wrong with one entry, in words; nothing is."""
    if entry.is_missing:
        return ["no Danish"]
    if len(entry.strings) != len(entry.words.forms):
        return [f"{len(entry.strings)} forms of {len(entry.words.forms)}"]
    return [
        f"{name}: {danish}"
        for english, danish in zip(entry.words.forms, entry.strings, strict=True)
        for name, is_wrong in RULES.items()
        if is_wrong(english, danish)
    ]


def _other(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda english, danish: sorted(pattern.findall(english)) != sorted(pattern.findall(danish))


def _other_edges(english: str, danish: str) -> bool:
    spaces = [(text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) for text in (english, danish)]
    closings = [CLOSING.search(text).group(1) for text in (english, danish)]  # type: ignore[union-attr]
    return spaces[0] != spaces[1] or ":" in closings and closings[0] != closings[1]


RULES: dict[str, Callable[[str, str], bool]] = {
    "other placeholders": _other(PLACEHOLDER),
    "other tags": _other(TAG),
    "other spaces or colon at the ends": _other_edges,
    "a word the glossary forbids": lambda _english, danish: bool(unwanted_words(danish)),
    "English words": lambda _english, danish: bool(english_words(danish)),
}
