"""Danish text to the keys that engines index and search.

Two kinds of key share one field, parted by spaces:

- ``strik`` or ``spis-fællesskab``: a word under its lemma and stem, a compound under those of its parts;
- ``~fællesskab``: a part of a compound, or the verb inside a noun. The tilde lets a query weigh it lower.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.language.compounds import parts, split
from search.language.data.files import words
from search.language.derivation import root
from search.language.lemma import CACHED_WORDS, key, spelling
from search.language.tokens import Token, tokenise

PART = "~"


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its keys; ``inner`` are the keys of its parts, without the tilde."""

    text: str
    start: int
    end: int
    key: str
    inner: tuple[str, ...] = ()
    is_stop: bool = False


def analyse(text: str) -> list[Word]:
    """Every word of ``text`` with its keys, stop words included and marked."""
    return [_word(token) for token in tokenise(text)]


def index_keys(text: str) -> Iterator[str]:
    """Keys of ``text`` in reading order, for the index: no stop words, parts after their compound."""
    for token in tokenise(text):
        yield from _index_keys(token.text, token.kind, token.parts)


@lru_cache(maxsize=CACHED_WORDS)
def _index_keys(text: str, kind: str, pieces: tuple[str, ...]) -> tuple[str, ...]:
    if kind != "word":
        return (text,)
    own, inner, is_stop = _keys(text, pieces)
    return () if is_stop else (own, *(PART + one for one in inner))


def _word(token: Token) -> Word:
    if token.kind != "word":
        return Word(token.text, token.start, token.end, token.text)
    own, inner, is_stop = _keys(token.text, token.parts)
    return Word(token.text, token.start, token.end, own, inner, is_stop)


@lru_cache(maxsize=CACHED_WORDS)
def _keys(text: str, pieces: tuple[str, ...]) -> tuple[str, tuple[str, ...], bool]:
    """Own key, keys of the parts, and whether this is a stop word."""
    inner: dict[str, None] = {}
    for piece in pieces:
        inner[word_key(piece)] = None
    for part in parts(text):
        inner[word_key(part)] = None
    for word in (text, *pieces):
        if verb := root(word):
            inner[verb] = None
    own = word_key(text)
    inner.pop(own, None)
    return own, tuple(one for one in inner if len(one) > 1), is_stop_word(text)


@lru_cache(maxsize=CACHED_WORDS)
def word_key(word: str) -> str:
    """The key of ``word``. A compound's is made of its parts' keys.

    So "motionscaféen" and "motionscafeer" meet, and two neighbouring words make the key of the compound they might be.
    """
    found = split(word)
    return joined_key(*(word_key(part) for part in found)) if found else key(word)


def joined_key(*keys: str) -> str:
    """The key of the compound whose parts have ``keys``."""
    return "-".join(keys)


def is_stop_word(word: str) -> bool:
    return spelling(word) in words("stopwords.txt")


def index_text(text: str) -> str:
    """Keys of ``text`` parted by spaces, as engines index them."""
    return " ".join(index_keys(text))
