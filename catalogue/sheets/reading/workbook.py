"""Excel workbooks, read as a stream: values only, no formula is ever worked out, no entity followed."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from .. import cells
from ..escaping import unescaped
from .kinds import broken
from .table import (
    MOST_COLUMNS,
    MOST_ROWS_ABOVE,
    Columns,
    Line,
    Table,
    fields_of,
    fits,
    folded,
    known_headings,
    no_headings,
    too_many,
)

# What openpyxl raises on files that are not what they say; defusedxml's refusals are ValueErrors.
BROKEN = (
    AttributeError,
    EOFError,
    IndexError,
    InvalidFileException,
    KeyError,
    NotImplementedError,
    OSError,
    ParseError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
CHUNK = 1024 * 1024
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")


@dataclass(slots=True)
class _Findings:
    """What the XML of a sheet says that reading it as a stream does not."""

    formulas: bool = False
    merged: list[str] = field(default_factory=list)


def read_workbook(content: bytes, most_rows: int, columns: Columns) -> Table:
    """Raises `UnreadableFile`, also while the lines are read."""
    try:
        workbook = _opened(content, data_only=True)
        title, place = _headings(workbook, columns)
        sheet = workbook[title]
        notes: list[str] = []
        headings = [cell.value for cell in next(islice(_rows(sheet), place, None))]
        fields = fields_of(headings, notes, columns)
        findings = _look(content, sheet)
    except BROKEN as error:
        raise broken() from error
    return Table(
        fields, _lines(content, sheet, place, fields, findings, most_rows), notes, frozenset(map(folded, headings))
    )


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # some programs write wrong ones
    return sheet.iter_rows(max_col=MOST_COLUMNS)


def _headings(workbook: Any, columns: Columns) -> tuple[str, int]:
    """The sheet and how many rows stand above its headings."""
    known = known_headings(columns)
    best, found = 0, ("", 0)
    for sheet in workbook.worksheets:
        for place, row in enumerate(islice(_rows(sheet), MOST_ROWS_ABOVE)):
            fitting = fits([cell.value for cell in row], known)
            if fitting > best:
                best, found = fitting, (sheet.title, place)
        if best:
            break  # the first sheet that has them, so that examples on a later one stay examples
    if not best:
        raise no_headings()
    return found


def _look(content: bytes, sheet: Any) -> _Findings:
    findings = _Findings()
    path = sheet._worksheet_path.lstrip("/")
    with zipfile.ZipFile(BytesIO(content)) as archive, archive.open(path) as part:
        before = b""
        while chunk := part.read(CHUNK):
            window = before + chunk
            findings.formulas = findings.formulas or bool(_FORMULA.search(window))
            findings.merged += [found.decode() for found in _MERGED.findall(window)]
            before = window[-100:]
    findings.merged = list(dict.fromkeys(findings.merged))
    return findings


def _lines(
    content: bytes, sheet: Any, place: int, fields: list[str | None], findings: _Findings, most_rows: int
) -> Iterator[Line]:
    merged = _merged_rows(findings.merged, place + 1)
    count = 0
    try:
        for number, row in _both(content, sheet, place + 1, formulas=findings.formulas):
            values = {name: value for name, value in zip(fields, row, strict=False) if name}
            if all(cells.is_empty(value) for value in values.values()):
                continue
            count += 1
            if count > most_rows:
                raise too_many(most_rows)
            if number in merged:
                values = {"": cells.Unusable(_("Cellerne %(cells)s er flettet. Ophæv fletningen, og skriv hver række "
                                               "for sig.") % {"cells": merged[number]})}  # fmt: skip
            yield Line(number, dict.fromkeys([name for name in fields if name]) | values)
    except BROKEN as error:
        raise broken() from error


def _merged_rows(merged: list[str], first: int) -> dict[int, str]:
    """Row → the merged cells in it, for the rows below the headings."""
    found: dict[int, str] = {}
    for reference in merged:
        _left, top, _right, bottom = range_boundaries(reference)
        for number in range(max(top, first + 1), min(bottom, top + 10_000) + 1):
            found.setdefault(number, reference)
    return found


def _both(content: bytes, sheet: Any, skip: int, *, formulas: bool) -> Iterator[tuple[int, list[Any]]]:
    """Rows below the headings as values; where there are formulas, they are read beside what they gave last."""
    given = _below(sheet, skip)
    if not formulas:
        for number, row in given:
            yield number, [_value(cell) for cell in row]
        return
    written = _below(_opened(content, data_only=False)[sheet.title], skip)
    for (number, row), (_same, sources) in zip(given, written, strict=True):
        yield number, [_result(cell, source) for cell, source in zip(row, sources, strict=False)]


def _opened(content: bytes, *, data_only: bool) -> Any:
    """Once for each way of reading: a file that does not say how large its sheets are is read through to open it."""
    with warnings.catch_warnings():
        # openpyxl warns of what it leaves out (drop-downs, pictures): none of it is ours to read.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=data_only, keep_links=False)


def _below(sheet: Any, skip: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    return enumerate(islice(_rows(sheet), skip, None), skip + 1)


def _result(cell: Any, source: Any) -> Any:
    if source.data_type == "f" and cell.value is None:
        return cells.Unusable(
            _("Her står en formel uden et resultat. Åbn filen i Excel og gem den, eller skriv værdien i stedet.")
        )
    return _value(cell)


def _value(cell: Any) -> Any:
    value = cell.value
    if cell.data_type == "e":
        return cells.Unusable(_("Her står fejlen %(error)s. Ret formlen, eller skriv værdien.") % {"error": value})
    if isinstance(value, str):
        return unescaped(_plain(value))
    if value is None or isinstance(value, bool | int | float | datetime | date | time | timedelta):
        return value
    return str(value)


def _plain(value: str) -> str:
    """Excel writes some characters as _x000D_, and a line break of a cell as either of two."""
    return value.replace("_x000D_", "").replace("\r\n", "\n")
