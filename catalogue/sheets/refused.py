"""The refused rows as a workbook of their own: put right there, it is read in again."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import Workbook

from . import cells
from .reading.opening import open_table
from .reading.table import WHY_NOT, Line
from .subjects import Subject
from .writing import add_sheet


def workbook_of_refused(content: bytes, reasons: dict[int, str], *, most_rows: int, subject: Subject) -> bytes:
    """The rows of `content` whose numbers `reasons` has, with the reason in front; the columns that the file has."""
    table = open_table(content, most_rows=most_rows, columns=subject.columns)
    shown = tuple(column for column in subject.columns if column.field in table.fields)
    workbook = Workbook(write_only=True)
    rows = (_cells(line, reasons[line.number]) for line in table.lines if line.number in reasons)
    add_sheet(workbook, rows, title=subject.sheet, extra=(WHY_NOT,), shown=shown)
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def _cells(line: Line, why: str) -> dict[str, Any]:
    values = {name: cells.FAULT if isinstance(value, cells.Unusable) else value for name, value in line.cells.items()}
    return values | {WHY_NOT: why}
