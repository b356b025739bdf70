"""Danish civil registration numbers (CPR), so that nobody leaves one by mistake."""

from __future__ import annotations

import re
from datetime import date

# ddmmyy, then four digits, apart or together. https://cpr.dk/media/12066/personnummeret-i-cpr.pdf
_LOOKS_LIKE_IT = re.compile(r"(?<!\d)(\d{2})(\d{2})\d{2}[ \N{NO-BREAK SPACE}-]{0,3}\d{4}(?!\d)")


def names_civil_number(text: str) -> bool:
    """Whether the text holds ten digits that begin with a date, as a civil registration number does."""
    return any(_is_date(int(match[1]), int(match[2])) for match in _LOOKS_LIKE_IT.finditer(text))


def _is_date(day: int, month: int) -> bool:
    try:
        date(2000, month, day)  # a leap year, so that 29 February counts
    except ValueError:
        return False
    return True
