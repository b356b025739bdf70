"""The words that times are said with, as patterns."""

from __future__ import annotations

import re

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sidste": -1}
NUMBERS = {
    **{"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10},
    **{"elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15},
}

DAY = (
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:e|en|ene|s)?\b"
    r"|\b(?:man|tirs?|ons|tors?|fre|lør|søn)\b\.?"
)
MONTH = r"(?:" + "|".join(MONTHS) + r"|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec)\b\.?"
ORDINAL = r"(?:\d{1,2}\.|" + "|".join(ORDINALS) + r")"
AND = r"\s*(?:,|og|eller|samt|&)\s*(?:og\s+)?"
DATE = rf"(?:\d{{1,2}}\.?\s*{MONTH}(?:\s+\d{{4}})?|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
# "24. og 31. december"
DATES = rf"(?:(?:\d{{1,2}}\.{AND}(?:den\s+)?)*{DATE})(?:{AND}(?:den\s+)?(?:\d{{1,2}}\.{AND})*{DATE})*"


def weekday_of(word: str) -> int:
    """0 is Monday."""
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(word.rstrip(".")[:3]))


def month_of(word: str) -> int:
    """1 is January."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def number_of(word: str) -> int:
    """ "2.", "anden", "otte"; -1 for "sidste"."""
    word = word.rstrip(".")
    return int(word) if word.isdigit() else ORDINALS.get(word) or NUMBERS[word]


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, with runs of white space allowed for each space."""
    return re.compile(pattern.replace(" ", r"\s+"))
