"""Which words of a question may be counted at all."""

from __future__ import annotations

import re

from search.language.tokens import tokenise
from search.results import SearchResults

LONGEST = 60
MOST_WORDS = 6
# Telephone and civil registration numbers, however they are parted; a year or a postcode goes with them.
NUMBERS = re.compile(r"\d(?:[\s./-]?\d){3,}")


def countable(text: str) -> str:
    """The words in small letters, or "" for what may be about a person: mails, numbers, whole sentences."""
    if len(text) > LONGEST or "@" in text or NUMBERS.search(text):
        return ""
    words = [token.text for token in tokenise(text)]
    return " ".join(words)[:LONGEST] if len(words) <= MOST_WORDS else ""


def words_and_area(found: SearchResults) -> tuple[str, str]:
    """The words without the place, and the slug of the area that was chosen or named; "" for none or several."""
    places = [chip for chip in found.understood if chip.kind == "sted"]
    if len(found.query.areas) == 1:
        return countable(found.query.text), found.query.areas[0]
    if len(places) == 1 and not found.query.areas:
        return countable(places[0].without.text) or countable(found.query.text), places[0].value
    return countable(found.query.text), ""
