"""Text to tokens: what counts as one word in a Danish catalogue."""

import re
from dataclasses import dataclass
from functools import lru_cache

from search.language.characters import clean, lower

PATTERN = re.compile(
    r"""
    (?P<age>\d{1,3}\s?\+(?!\w))                                  # 60+
    |(?P<phone>(?:\+45\s?)?(?<!\d)\d{2}(?:[ ]\d{2}){3}(?!\d))    # 00 58 10 11
    |(?P<number>\d+(?:[.,:]\d+)*)                                # 4220, 10.30
    |(?P<word>[^\W_]+(?:[-‐‑'’´`][^\W_]+)*)                      # it-café, Korsør's, e-sport, mp3
    """,
    re.VERBOSE,
)
HYPHENS = re.compile(r"[-‐‑]")
ENDING_AFTER_APOSTROPHE = re.compile(r"['’´`](?:s|er|en|et|erne|ere|ens|ers)?$", re.IGNORECASE)
APOSTROPHES = re.compile(r"['’´`]")
LONGEST_WORD = 60
CACHED_TOKENS = 50_000


@dataclass(frozen=True, slots=True)
class Token:
    """A word as written, folded to lower case, with its place in the text.

    ``parts`` holds the pieces of a hyphenated word, whose ``text`` is the pieces joined.
    """

    text: str
    start: int
    end: int
    kind: str = "word"
    parts: tuple[str, ...] = ()


def tokenise(text: str) -> list[Token]:
    """Tokens of ``text`` in order. Offsets count in ``clean(text)``, which is as long as ``text`` when that is NFC."""
    return [_token(match) for match in PATTERN.finditer(clean(text))]


def _token(match: re.Match[str]) -> Token:
    kind, raw = str(match.lastgroup), match.group()
    start, end = match.span()
    text, parts = read(kind, raw)
    return Token(text, start, end, kind, parts)


@lru_cache(CACHED_TOKENS)
def read(kind: str, raw: str) -> tuple[str, tuple[str, ...]]:
    """Text and parts of a token of that kind, written like that. Texts say the same words again and again."""
    if kind == "age":
        return raw.replace(" ", "").replace("\t", ""), ()
    if kind == "phone":
        return re.sub(r"\D", "", raw)[-8:], ()
    if kind == "number":
        return raw.replace(",", ".").replace(":", "."), ()
    word = APOSTROPHES.sub("", ENDING_AFTER_APOSTROPHE.sub("", raw))
    parts = tuple(lower(part)[:LONGEST_WORD] for part in HYPHENS.split(word) if part)
    return "".join(parts)[:LONGEST_WORD], parts if len(parts) > 1 else ()
