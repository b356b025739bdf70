"""The words of docs/glossary.md that may not be used, and English words that have no place in a Danish text."""

from __future__ import annotations

import re
from functools import cache

from messages.packages import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"
ROW = re.compile(r"^\| (?!English)([^|]+) \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)
# Words that no Danish sentence has, and that few English ones do without.
_SOME_ENGLISH = """
    about add added all also an and any are as be been before but by cannot change choose click contains could create
    created current date default delete deleted does don't each edit edited enter error every exclude field fields file
    following from given have help how if invalid is it item items its last list more must my name new no not of
    only or other page pages password please save search see select selected set should show size so some sorry submit
    than that the their them there these they this those time title to unknown use used user users value view was were
    when where which while will with without would yes you your
    account activity activities collection collections comment comments document documents draft group groups history
    image images interest language locked publish published reports schedule settings site sites snippet snippets task
    unpublish unlock upload uploaded
"""
# Of these, what is Danish too.
_DANISH_TOO = frozenset({"all", "an", "be", "by", "have", "is", "it", "upload", "so", "time", "to", "set"})
_WORD = re.compile(r"[^\W\d_]+(?:'t)?")
ENGLISH = frozenset(_WORD.findall(_SOME_ENGLISH)) - _DANISH_TOO


@cache
def forbidden() -> dict[str, re.Pattern[str]]:
    """The patterns of the glossary's last column, by the word as it stands there."""
    words = [
        word.strip()
        for *_terms, unwanted in ROW.findall(GLOSSARY.read_text(encoding="utf-8"))
        for word in unwanted.split(",")
    ]
    return {
        word: re.compile(
            rf"(?<!\w){re.escape(word.removesuffix('.'))}" + (r"(?!\w)" if word.endswith(".") else ""), re.I
        )
        for word in filter(None, words)
    }


def unwanted_words(danish: str) -> list[str]:
    """What the glossary forbids and a Danish text has all the same; placeholders and tags do not count."""
    text = readable(danish)
    return [word for word, pattern in forbidden().items() if pattern.search(text)]


def english_words(text: str) -> set[str]:
    """The words of a text that only English has."""
    return {word for word in _WORD.findall(readable(text).lower()) if word in ENGLISH}


def readable(text: str) -> str:
    """A message without its placeholders, tags, addresses and what it quotes of a program."""
    return re.sub(r"%\(\w+\)[a-z]|\{[^}]*\}|<[^>]+>|\S*\w[/._]\w\S*|/\w+|“[^”]*”", " ", text)
