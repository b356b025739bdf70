"""The key under which all forms of one word meet."""

import threading
from functools import lru_cache

import simplemma
import snowballstemmer

from search.language.characters import lower, with_danish_letters
from search.language.data.files import word_lines

CACHED_WORDS = 200_000
# The stemmer would take these off, and "sundhed" would meet the village Sunds. What is inside is kept as a part.
NOUN_ENDINGS = ("hed", "else", "skab", "ning", "ing")


class _Stemmer(threading.local):
    """A stemmer for each thread: it keeps the word that it is at work on in itself."""

    def __init__(self) -> None:
        self.of = snowballstemmer.stemmer("danish").stemWord


_stemmer = _Stemmer()


def is_danish(word: str) -> bool:
    """Whether a general Danish word list holds this form; places and new compounds are usually missing."""
    return bool(word) and bool(simplemma.is_known(word, lang="da"))


@lru_cache(maxsize=CACHED_WORDS)
def spelling(word: str) -> str:
    """``word`` in lower case with its Danish letters, also when typed as "gaatur" or "foedselsdag".

    A word that is Danish as it stands ("poesi", "duoen") is left alone.
    """
    word = lower(word)
    danish = with_danish_letters(word)
    if danish == word or (is_danish(word) and not is_danish(danish)):
        return word
    return danish


@lru_cache(maxsize=CACHED_WORDS)
def key(word: str) -> str:
    """The key of ``word``: its lemma where one is known, then stemmed, so that verb and noun meet as well."""
    word = spelling(word)
    override = _overrides().get(word)
    if override:
        return override
    return _stem(base_form(word))


@lru_cache(maxsize=CACHED_WORDS)
def base_form(word: str) -> str:
    """The dictionary form of ``word``, or ``word`` itself when the word list does not hold it."""
    return lower(str(simplemma.lemmatize(word, lang="da"))) if is_danish(word) else word


def _stem(word: str) -> str:
    if word.endswith(NOUN_ENDINGS) and is_danish(word):
        return word
    return str(_stemmer.of(word))


@lru_cache(maxsize=1)
def _overrides() -> dict[str, str]:
    return {form: line[0] for line in word_lines("lemma_overrides.txt") for form in line[1:]}
