"""Danish civil registration numbers (CPR), so that nobody leaves one by mistake."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

# ddmmyy, then four digits, apart or together. https://cpr.dk/media/12066/personnummeret-i-cpr.pdf
# Where the date is taken apart too, a time or a postcode may follow a full stop: only a dash or a space is believed.
_GAP = r"[^\S\n]?[-./_]?[^\S\n]?"
_TOGETHER = re.compile(rf"(?<!\d)(\d{{2}})(\d{{2}})\d{{2}}{_GAP}\d{{4}}(?!\d)")
_APART = re.compile(r"(?<!\d)(\d{2})[ ./-]?(\d{2})[ ./-]?\d{2}(?:[^\S\n]|[^\S\n]?-[^\S\n]?)\d{4}(?!\d)")
# Who has no number yet gets one whose day is 60 more.
_REPLACEMENT = 60


def names_civil_number(text: str) -> bool:
    """Whether the text holds ten digits that begin with a date, as a civil registration number does.

    However it is typed: wide digits, any dash, spaces, and signs that cannot be seen.
    """
    plain = _plain(text)
    return any(_is_date(int(match[1]), int(match[2])) for one in (_TOGETHER, _APART) for match in one.finditer(plain))


def _plain(text: str) -> str:
    """Digits and dashes as everybody types them; soft hyphens and the like left out."""
    signs = ((sign, unicodedata.category(sign)) for sign in unicodedata.normalize("NFKC", text))
    return "".join("-" if kind == "Pd" or sign == "\N{MINUS SIGN}" else sign for sign, kind in signs if kind != "Cf")


def _is_date(day: int, month: int) -> bool:
    try:
        # A leap year, so that 29 February counts.
        date(2000, month, day - _REPLACEMENT if day > _REPLACEMENT else day)
    except ValueError:
        return False
    return True
