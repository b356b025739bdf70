"""One way in: the bytes of a file → its table."""

from __future__ import annotations

from .delimited import read_delimited
from .kinds import FileKind, kind_of_file
from .table import Table
from .workbook import read_workbook


def open_table(content: bytes, *, most_rows: int) -> Table:
    """Raises `UnreadableFile`; its lines raise it too while they are read."""
    if kind_of_file(content) is FileKind.WORKBOOK:
        return read_workbook(content, most_rows)
    return read_delimited(content, most_rows)
