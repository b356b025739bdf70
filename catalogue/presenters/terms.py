"""Words of the vocabularies, as the reader knows them."""

from __future__ import annotations

from django.utils.text import capfirst

from ..queries.terms import english_terms
from ..wording import danish, reads_danish


def term_words(name: str, *, capital: bool = False) -> str:
    """The term of that name; on English pages in English, or marked as Danish where nobody has put it into English."""
    words = name if reads_danish() else english_terms().get(name.lower(), "")
    if words:
        return capfirst(words) if capital else words
    return danish(capfirst(name) if capital else name)
