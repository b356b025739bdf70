"""Dates in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from .vocabulary import AND, DATE, MONTH, month_of

_NAMED = re.compile(rf"(?P<days>(?:\d{{1,2}}\.?(?:{AND}(?:den\s+)?)?)+)\s*(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?")
_DIGITS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(slots=True)
class Dates:
    """Dates that were read, and what looked like one and is none."""

    days: list[date] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, year: int | None, month: int, day: int, *, after: date, said: str) -> None:
        """Adds a date; one without a year is the next from `after` on."""
        for candidate in [year] if year else range(after.year, after.year + 9):
            try:
                found = date(candidate, month, day)
            except ValueError:
                continue
            if year or found >= after:
                self.days.append(found)
                return
        self.wrong.append(said.strip())


def read_dates(text: str, after: date) -> Dates:
    """All dates of a text in order."""
    found, rest = Dates(), text
    for match in _ISO.finditer(rest):
        found.add(int(match[1]), int(match[2]), int(match[3]), after=after, said=match[0])
    rest = _ISO.sub(" ", rest)
    for match in _DIGITS.finditer(rest):
        found.add(int(match[3]), int(match[2]), int(match[1]), after=after, said=match[0])
    rest = _DIGITS.sub(" ", rest)
    for match in _NAMED.finditer(rest):
        year = int(match["year"]) if match["year"] else None
        for day in re.findall(r"\d+", match["days"]):
            said = f"{day}. {match['month']}" + (f" {year}" if year else "")
            found.add(year, month_of(match["month"]), int(day), after=after, said=said)
    return found


def one_date(text: str, after: date) -> Dates:
    """The first date of a text, as a list of one or none."""
    match = re.search(DATE, text)
    return read_dates(match[0], after) if match else Dates()
