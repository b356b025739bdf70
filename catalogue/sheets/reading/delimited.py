"""CSV as it comes: UTF-8, UTF-16 or Windows' own letters, parted by semicolons, commas or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.utils.translation import gettext as _

from .. import cells
from ..escaping import unescaped
from .table import (
    MOST_ROWS_ABOVE,
    Columns,
    Line,
    Table,
    UnreadableFile,
    fields_of,
    fits,
    folded,
    known_headings,
    no_headings,
    too_many,
)

DELIMITERS = ";,\t|"


def read_delimited(content: bytes, most_rows: int, columns: Columns) -> Table:
    """Raises `UnreadableFile`, also while the lines are read."""
    notes: list[str] = []
    text = _decoded(content, notes)
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    delimiter, place = _headings(text, columns)
    rows = _rows(text, delimiter)
    for _number in range(place):
        next(rows)
    headings = next(rows)[1]
    fields = fields_of(headings, notes, columns)
    return Table(fields, _lines(rows, fields, most_rows), notes, frozenset(map(folded, headings)))


def _decoded(content: bytes, notes: list[str]) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _or_unreadable(content, "utf-16")
    if b"\0" in content[:200]:
        even, odd = content[:200:2].count(0), content[1:200:2].count(0)
        if max(even, odd) < 10 or min(even, odd) > 2:
            raise UnreadableFile(_("Filen er hverken et regneark eller CSV. Brug skabelonen."))
        return _or_unreadable(content, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.append(
            _("Filen er i Windows' eget tegnsæt (ANSI). Vi har læst den sådan; se efter, at æ, ø og å står rigtigt.")
        )
        return _or_unreadable(content, "cp1252")


def _or_unreadable(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableFile(_("Vi kan ikke læse filens bogstaver. Gem den som »CSV UTF-8«, og prøv igen.")) from error


def _headings(text: str, columns: Columns) -> tuple[str, int]:
    """What parts the cells, and how many rows stand above the headings: what finds most headings is right."""
    known = known_headings(columns)
    best, found = 0, ("", 0)
    for delimiter in DELIMITERS:
        for place, (_number, row) in zip(range(MOST_ROWS_ABOVE), _rows(text, delimiter, strict=False), strict=False):
            fitting = fits(row, known)
            if fitting > best:
                best, found = fitting, (delimiter, place)
    if not best:
        raise no_headings()
    return found


def _rows(text: str, delimiter: str, *, strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if not strict:
                return
            raise UnreadableFile(
                _("Række %(n)d kan ikke læses. Ofte mangler der et anførselstegn i den, eller der er et for meget.")
                % {"n": number + 1}
            ) from error
        number += 1
        yield number, row


def _lines(rows: Iterator[tuple[int, list[str]]], fields: list[str | None], most_rows: int) -> Iterator[Line]:
    count = 0
    for number, row in rows:
        if all(cells.is_empty(value) for value in row):
            continue
        count += 1
        if count > most_rows:
            raise too_many(most_rows)
        if len(row) > len(fields) and any(not cells.is_empty(value) for value in row[len(fields) :]):
            surplus = cells.Unusable(_("Rækken har flere celler, end der er overskrifter."))
            yield Line(number, {"": surplus})
            continue
        values = [unescaped(value) for value in row] + [""] * (len(fields) - len(row))
        yield Line(number, {field: value for field, value in zip(fields, values, strict=False) if field})
