"""A list as a workbook or as CSV, with every column that can be read in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import tablib
from django.db.models import QuerySet
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from ..importing.rows.base import Registry
from . import cells
from .column import VERSION, Column
from .escaping import escaped, escaped_in_workbook
from .names import Names, names_for
from .rights import Rights
from .subjects import subject_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DATE_FORMAT = "dd-mm-yyyy"
CHUNK = 500
_TOP = Alignment(vertical="top", wrap_text=True)
_REQUIRED, _OPTIONAL = PatternFill("solid", fgColor="FFF6D9A8"), PatternFill("solid", fgColor="FFE8E8E8")


def rows_of(entries: QuerySet, *, by: Any, names: Names) -> Iterator[dict[str, Any]]:
    """Field → cell for each entry of a list, as this user would go on with it; a few queries for every 500."""
    subject = subject_of(entries.model)
    keys = list(entries.values_list("pk", flat=True))
    queryset, rights = subject.rows(Registry()).queryset(), Rights(by, subject)
    for first in range(0, len(keys), CHUNK):
        found = queryset.in_bulk(keys[first : first + CHUNK])
        for key in keys[first : first + CHUNK]:
            if key in found:
                version = rights.version_for(found[key])
                yield subject.cell_values(subject.entry_of(version), names) | {VERSION: version.latest_revision_id}


def csv_of(entries: QuerySet, *, by: Any) -> bytes:
    """As Excel in Danish opens it: semicolons, and UTF-8 with its mark."""
    shown = subject_of(entries.model).columns
    data = tablib.Dataset(headers=[column.heading for column in shown])
    for row in rows_of(entries, by=by, names=names_for(by)):
        data.append([escaped(cells.text(row.get(column.field))) for column in shown])
    return data.export("csv", delimiter=";").encode("utf-8-sig")


def workbook_of(entries: QuerySet, *, by: Any) -> bytes:
    workbook = Workbook(write_only=True)
    subject = subject_of(entries.model)
    add_sheet(workbook, rows_of(entries, by=by, names=names_for(by)), title=subject.sheet, shown=subject.columns)
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def add_sheet(
    workbook: Workbook,
    rows: Iterable[dict[str, Any]],
    *,
    title: str,
    shown: tuple[Column, ...],
    extra: tuple[str, ...] = (),
) -> Any:
    """A sheet with frozen headings, required ones marked with a star; `extra` are headings before them."""
    sheet = workbook.create_sheet(title)
    for place, width in enumerate([30] * len(extra) + [column.width for column in shown], 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "C2"
    sheet.append(
        [_heading(sheet, heading, required=False) for heading in extra]
        + [_heading(sheet, column.heading, required=column.required) for column in shown]
    )
    for row in rows:
        sheet.append(
            [cell(sheet, row.get(heading)) for heading in extra]
            + [cell(sheet, row.get(column.field)) for column in shown]
        )
    return sheet


def _heading(sheet: Any, heading: str, *, required: bool) -> WriteOnlyCell:
    found = cell(sheet, f"{heading} *" if required else heading)
    found.font, found.fill = Font(bold=True), _REQUIRED if required else _OPTIONAL
    return found


def cell(sheet: Any, value: Any) -> WriteOnlyCell:
    """A cell whose text is text, also where it begins as a formula does."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", escaped_in_workbook(value))
    found = WriteOnlyCell(sheet, value)
    found.alignment = _TOP
    if isinstance(value, str):
        found.data_type = "s"
        found.number_format = "@"
    elif isinstance(value, date):
        found.number_format = DATE_FORMAT
    return found
