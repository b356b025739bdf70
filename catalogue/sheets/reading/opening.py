"""One way in: the bytes of a file → its table."""

from __future__ import annotations

from ..columns import columns as columns_of_activities
from .delimited import read_delimited
from .kinds import FileKind, kind_of_file
from .table import Columns, Table
from .workbook import read_workbook


def open_table(content: bytes, *, most_rows: int, columns: Columns | None = None) -> Table:
    """The rows by the headings of `columns`, or of activities. Raises `UnreadableFile`; its lines raise it too."""
    columns = columns or columns_of_activities()
    if kind_of_file(content) is FileKind.WORKBOOK:
        return read_workbook(content, most_rows, columns)
    return read_delimited(content, most_rows, columns)
