"""A whole text read: its lines, their times, and what holds for each line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from ...choices import NotIn
from ..expansion import local_starts
from ..grammar import RuleError, parse_rrule
from ..types import Rule
from .dates import Dates, one_date, read_dates
from .days import Parts, read_days, read_months, weekdays_in
from .text import Rest, normal
from .vocabulary import AND, DATE, DATES, DAY, MONTH, MONTHS, NUMBERS, WEEKDAYS, compiled, number_of

# What is meant when no end is said.
USUAL = 120
MOST_TEXT = 500

_NOT = r"(?:,|og|men|dog)?\s*(?:dog )?(?:ikke|undtagen|undtaget|bortset fra|minus)"
_SCHOOL = r"(?:skole|skolernes )?ferie(?:r|rne|n)?\b"
_PUBLIC = r"helligdage?(?:ne)?\b"
_BREAK = rf"(?:{_SCHOOL}|{_PUBLIC})"
_BREAKS = compiled(rf"{_NOT} (?:i |på |om )?(?P<what>{_BREAK}(?:{AND}(?:ikke\s+)?(?:i\s+|på\s+)?{_BREAK})*)")
_NOT_DATES = compiled(rf"{_NOT} (?:på |den )?(?:den )?(?P<what>{DATES})")
_NOT_MONTHS = compiled(rf"{_NOT} (?:i |om )?(?P<what>{MONTH}(?:(?:{AND}|\s*-\s*|\s+til\s+)(?:i\s+)?{MONTH})*)")
_ON = rf"(?: den)? (?:{DAY}\s+(?:den\s+)?)?(?P<what>{DATE})"
_FROM = compiled(rf"(?:fra(?: og med)?|start(?:er)?|begynder|første gang|gælder fra){_ON}")
_UNTIL = compiled(rf"(?:til og med|indtil|til|sidste gang|slutter){_ON}")
_COUNT = compiled(rf"(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)}) gange\b")
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?(?![\d.]*\d)"
_SPAN = re.compile(
    rf"(?:\b(?:kl|klokken)\b\.?\s*)?(?<![\d.]){_CLOCK}\s*(?:-|til)\s*(?:kl\.?\s*)?{_CLOCK}(?!\.\s*(?:{MONTH}))"
)
_START = re.compile(rf"\b(?:kl|klokken)\b\.?\s*{_CLOCK}")
_LASTS = compiled(r"(?:i )?(?P<number>\d{1,3})\s*(?P<unit>timer?|minutter|min)\b\.?")
_YEAR = re.compile(r"\d{4}")
_YEARLY = compiled(rf"hvert år (?:den )?(?P<what>{DATE})")
_SINGLE = compiled(rf"(?:(?P<day>{DAY})\s+)?(?:den )?(?P<what>{DATES})")
_SOON = re.compile(r"\bi (?P<when>dag|morgen)\b")


@dataclass(slots=True)
class Reading:
    """What was read: the rules, what was not understood, and what to tell whoever wrote it, in Danish."""

    rules: list[Rule] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all of it was understood."""
        return bool(self.rules) and not self.unknown and not self.problems


@dataclass(slots=True)
class _Line:
    """What holds for all times of a line."""

    today: date
    first: date | None = None
    last: date | None = None
    count: int | None = None
    not_in: frozenset[str] = frozenset()
    exdates: frozenset[date] = frozenset()
    not_months: tuple[int, ...] = ()
    minutes: int | None = None

    @property
    def base(self) -> date:
        return self.first or self.today


def read_times(text: str, today: date) -> Reading:
    """Reads times from words; each line, or part between semicolons, by itself. Never raises."""
    reading = Reading()
    if len(text) > MOST_TEXT:
        reading.problems.append(_("Teksten er for lang. Skriv et tidspunkt på hver linje."))
        return reading
    for piece in re.split(r"[;\n]+", normal(text)):
        if piece.strip(" .,"):
            _read_line(Rest(piece), reading, today)
    reading.rules = list(dict.fromkeys(reading.rules))
    return reading


def _read_line(rest: Rest, reading: Reading, today: date) -> None:
    line = _limits(rest, reading, today)
    spans = _times(rest, reading, line)
    if not spans:
        if not reading.problems:
            reading.problems.append(_("Skriv, hvad klokken er, for eksempel »kl. 10-12«."))
        return
    days: list[Parts | date] = []
    for number, (start, minutes, begin, _end) in enumerate(spans):
        before = spans[number - 1][3] if number else 0
        after = len(rest.text) if number == len(spans) - 1 else begin
        piece = rest.part(before, after)
        days = _days(piece, reading, line) or days
        reading.unknown += piece.words()
        for day in days:
            _add(reading, line, day, start, minutes)
        if not days and not reading.problems:
            reading.problems.append(_("Skriv, hvilken dag det er, for eksempel »hver tirsdag« eller »3. december«."))


def _limits(rest: Rest, reading: Reading, today: date) -> _Line:
    line = _Line(today)
    for match in rest.take(_BREAKS):
        named = {NotIn.SCHOOL_HOLIDAYS: _SCHOOL, NotIn.PUBLIC_HOLIDAYS: _PUBLIC}
        line.not_in |= {str(name.value) for name, words in named.items() if re.search(words, match["what"])}
    first = rest.take_one(_FROM)
    left_out = rest.take(_NOT_DATES)
    last = rest.take_one(_UNTIL)
    _read_season(line, first["what"] if first else "", last["what"] if last else "", reading)
    for match in left_out:
        found = read_dates(match["what"], line.base)
        line.exdates |= frozenset(found.days)
        _complain(found, reading)
    for match in rest.take(_NOT_MONTHS):
        line.not_months += read_months(Rest(match["what"]))
    if match := rest.take_one(_COUNT):
        line.count = number_of(match["number"])
    if line.first and line.last and line.last < line.first:
        reading.problems.append(_("Det slutter, før det begynder. Skriv årstallet med."))
    return line


def _read_season(line: _Line, first: str, last: str, reading: Reading) -> None:
    """From when and until when. "Fra 1. september til 30. april" is the season that is on, or else the next."""
    if first and last and not _YEAR.search(first + last):
        line.last = _one(one_date(last, line.today), reading)
        if line.last:
            years_before = one_date(first, line.last - timedelta(days=365))
            line.first = _one(years_before, reading)
        return
    if first:
        line.first = _one(one_date(first, line.today), reading)
    if last:
        line.last = _one(one_date(last, line.base), reading)


def _times(rest: Rest, reading: Reading, line: _Line) -> list[tuple[time, int, int, int]]:
    """(start, minutes, where it begins, where it ends in the text), in order of the text."""
    # The figures of dates are no times of day.
    masked = Rest(re.sub(DATES, lambda match: "x" * len(match[0]), rest.text))
    found: list[tuple[time, int, int, int]] = []
    spans, starts = masked.take(_SPAN), masked.take(_START)
    lasts = masked.take_one(_LASTS)
    usual = int(lasts["number"]) * (60 if lasts["unit"].startswith("time") else 1) if lasts else USUAL
    for match in [*spans, *starts]:
        clock = _clock(match[1], match[2])
        end = _clock(match[3], match[4]) if match.re is _SPAN else None
        if clock is None or (match.re is _SPAN and end is None):
            reading.problems.append(_("»%(said)s« er ikke et klokkeslæt.") % {"said": match[0].strip()})
            continue
        minutes = (_minute(end) - _minute(clock)) % (24 * 60) if end is not None else usual
        if not minutes:
            reading.problems.append(_("»%(said)s« varer ikke noget.") % {"said": match[0].strip()})
            continue
        if end is None and not lasts:
            reading.notes.append(
                _("Vi har regnet med to timer. Skriv for eksempel »kl. 19-21«, hvis det er anderledes.")
            )
        found.append((clock, minutes, match.start(), match.end()))
    for match in [*spans, *starts, *([lasts] if lasts else [])]:
        rest.text = rest.text[: match.start()] + " " * len(match[0]) + rest.text[match.end() :]
    return sorted(found, key=lambda one: one[2])


def _days(rest: Rest, reading: Reading, line: _Line) -> list[Parts | date]:
    """The days that a piece names: parts of a rule, or single dates."""
    if match := rest.take_one(_YEARLY):
        day = _one(one_date(match["what"], line.base), reading)
        line.first = line.first or day
        return [{"FREQ": "YEARLY", "BYMONTH": str(day.month), "BYMONTHDAY": str(day.day)}] if day else []
    if match := rest.take_one(_SOON):
        return [line.today + timedelta(days=match["when"] == "morgen")]
    if match := rest.take_one(_SINGLE):
        found = read_dates(match["what"], line.base)
        _complain(found, reading)
        _check_weekday(match["day"], found.days, reading)
        return list(found.days)
    parts = read_days(rest)
    months = read_months(rest)
    if parts and line.not_months:
        months = tuple(month for month in months or range(1, 13) if month not in line.not_months)
    if parts and months and len(months) < 12:
        parts["BYMONTH"] = ",".join(map(str, months))
    return [parts] if parts else []


def _check_weekday(said: str | None, days: list[date], reading: Reading) -> None:
    for day in days if said else []:
        if day.weekday() not in weekdays_in(said or ""):
            reading.problems.append(
                _("%(day)d. %(month)s %(year)d er en %(weekday)s.")
                % {
                    "day": day.day,
                    "month": MONTHS[day.month - 1],
                    "year": day.year,
                    "weekday": WEEKDAYS[day.weekday()],
                }
            )


def _add(reading: Reading, line: _Line, day: Parts | date, start: time, minutes: int) -> None:
    if isinstance(day, date):
        reading.rules.append(Rule(day, start, minutes))
        return
    parts = dict(day)
    if line.count:
        parts["COUNT"] = str(line.count)
    elif line.last:
        parts["UNTIL"] = f"{line.last:%Y%m%d}T235959"
    rrule = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        parse_rrule(rrule)
    except RuleError as error:
        reading.problems += error.messages
        return
    # "Hver anden tirsdag" begins on the first Tuesday that comes.
    each = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("INTERVAL", "COUNT"))
    first = next(local_starts(Rule(line.base, start, minutes, each), datetime.min, datetime.max), None)
    if first is None:
        reading.problems.append(_("Det giver ingen datoer."))
        return
    reading.rules.append(Rule(first.date(), start, minutes, rrule, exdates=line.exdates, not_in=line.not_in))


def _one(found: Dates, reading: Reading) -> date | None:
    _complain(found, reading)
    return found.days[0] if found.days else None


def _complain(found: Dates, reading: Reading) -> None:
    reading.problems += [_("»%(said)s« er ikke en dato.") % {"said": said} for said in found.wrong]


def _clock(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        return None
    return time(hours % 24, minutes)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute
