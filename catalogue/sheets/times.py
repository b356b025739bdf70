"""The six columns about when: each line of a cell is one time, line by line across the columns."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from ..choices import NotIn
from ..importing.problems import Invalid
from . import cells, repetition

FIRST, FROM, TO, REPEATS, ENDS, WITHOUT = "first", "from", "to", "repeats", "ends", "without"
PARTS = (FIRST, FROM, TO, REPEATS, ENDS, WITHOUT)
DAY = 24 * 60
_ALONE = (datetime, date)


def printed(schedule: list[dict[str, Any]]) -> dict[str, Any]:
    """Part → its cell, for the lines of an entry of the exchange format."""
    lines = [_printed(line) for line in schedule]
    if len(lines) == 1:
        first = datetime.fromisoformat(schedule[0]["dtstart"]).date()
        return {part: value or None for part, value in zip(PARTS, lines[0], strict=True)} | {FIRST: first}
    columns = {part: [line[place] for line in lines] for place, part in enumerate(PARTS)}
    return {part: "\n".join(values) if any(values) else None for part, values in columns.items()}


def _printed(line: dict[str, Any]) -> tuple[str, ...]:
    begins = datetime.fromisoformat(line["dtstart"])
    minutes = line["minutes"]
    ends = begins + timedelta(minutes=minutes)
    repeats, until = repetition.in_words(line.get("rrule") or "", begins.date())
    return (
        cells.day_text(begins.date()),
        cells.clock_text(begins.time()),
        cells.clock_text(ends.time()) if minutes < DAY else _("%(n)d min.") % {"n": minutes},
        repeats,
        until,
        ", ".join(
            [
                *(str(NotIn(name).label).lower() for name in line.get("not_in", [])),
                *(cells.day_text(date.fromisoformat(day)) for day in line.get("exdates", [])),
            ]
        ),
    )


def read(found: dict[str, Any]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The lines that the cells tell of, and part → what is wrong with it."""
    errors: dict[str, str] = {}
    columns: dict[str, list[Any]] = {}
    for part in PARTS:
        try:
            columns[part] = _lines(found.get(part))
        except Invalid as error:
            errors[part] = error.message
            columns[part] = []
    count = max(map(len, columns.values()))
    schedule = []
    for place in range(count):
        line = {part: values[place] if place < len(values) else "" for part, values in columns.items()}
        if errors or all(cells.is_empty(value) for value in line.values()):
            continue
        read_line = _read(line, errors)
        if read_line:
            schedule.append(read_line)
    return schedule, errors


def _lines(value: Any) -> list[Any]:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cells.text(value)  # raises for a cell that has no value
    return [value]


def _read(line: dict[str, Any], errors: dict[str, str]) -> dict[str, Any] | None:
    try:
        part = FIRST
        first = cells.day(line[FIRST])
        if first is None:
            raise Invalid(_("Skriv datoen for første gang."))
        part = FROM
        begins = cells.clock(line[FROM])
        if begins is None:
            raise Invalid(_("Skriv, hvad klokken er, når det begynder."))
        part = TO
        minutes = _minutes(line[TO], datetime.combine(first, begins))
        part = ENDS
        ends = cells.text(line[ENDS])
        repetition.end_of(ends, "FREQ")
        part = REPEATS
        rule = repetition.from_words(cells.text(line[REPEATS]), ends, first)
        repetition.check(rule)
        part = WITHOUT
        not_in, without = _without(line[WITHOUT])
    except Invalid as error:
        errors[part] = error.message
        return None
    return {
        "dtstart": datetime.combine(first, begins).isoformat(),
        "minutes": minutes,
        "rrule": rule,
        "exdates": without,
        "not_in": not_in,
    }


def _without(value: Any) -> tuple[list[str], list[str]]:
    """The kinds of days and the dates on which it does not take place."""
    named = {word: name for name, label in NotIn.choices for word in (str(name), str(label).lower())}
    kinds: set[str] = set()
    days: set[str] = set()
    for piece in _days(value):
        kind = named.get(piece.lower()) if isinstance(piece, str) else None
        if kind:
            kinds.add(kind)
            continue
        day = cells.day(piece)
        if day:
            days.add(day.isoformat())
    return [name for name in NotIn.values if name in kinds], sorted(days)


def _days(value: Any) -> list[Any]:
    return cells.pieces(value) if isinstance(value, str) else [value] if value else []


def _minutes(value: Any, begins: datetime) -> int:
    written = cells.text(value).strip().lower()
    for word in ("minutter", "min.", "min"):
        if written.endswith(word):
            return cells.number(written.removesuffix(word)) or 0
    ends = cells.clock(value)
    if ends is None:
        raise Invalid(_("Skriv, hvad klokken er, når det slutter."))
    until = datetime.combine(begins.date(), ends)
    if until <= begins:  # past midnight
        until += timedelta(days=1)
    return int((until - begins).total_seconds()) // 60
