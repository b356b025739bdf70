"""What reading a file gives, and how the row of headings is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ...importing.entries import ExceptionEntry
from ...importing.values import suggestion
from .. import cells
from ..column import KEY, Column

Columns = tuple[Column, ...]
MOST_ROWS_ABOVE = 20
MOST_COLUMNS = 200
WHY_NOT = "Hvorfor ikke"
"""A column of the file of refused rows; it is ours, and says nothing about the activity."""


class UnreadableFile(Exception):
    """The file as a whole cannot be used; `str()` says why and what to do, in Danish."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the file: its number as the spreadsheet program shows it, and field → cell.

    The rest comes from calendars: single dates that were cancelled or moved, and the events that the row is made of.
    """

    number: int
    cells: dict[str, Any]
    exceptions: tuple[ExceptionEntry, ...] | None = None
    uids: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


@dataclass(slots=True)
class Table:
    """The rows of a file, read as they are asked for; `notes` is what people should know about the file."""

    fields: list[str | None]
    lines: Iterator[Line]
    notes: list[str] = field(default_factory=list)
    headings: frozenset[str] = frozenset()
    """As `folded` gives them, also those that nobody knows."""


def folded(heading: Any) -> str:
    return " ".join(str(heading or "").replace("*", " ").split()).casefold()


def known_headings(columns: Columns) -> dict[str, str]:
    """Heading, folded → field."""
    found = {}
    for column in columns:
        for heading in (*column.other_headings, column.field, column.heading):
            found[folded(heading)] = column.field
    return found


def fits(cells_of_row: tuple[Any, ...] | list[Any], known: dict[str, str]) -> int:
    """How many headings the row has; 0 when it cannot be the row of headings."""
    fields = {known.get(folded(value)) for value in cells_of_row[:MOST_COLUMNS]} - {None}
    return len(fields) if len(fields) >= 2 and fields & {KEY, "title", "name"} else 0


def fields_of(heading_row: tuple[Any, ...] | list[Any], notes: list[str], columns: Columns) -> list[str | None]:
    """Which field each column is; tells of those that nobody knows. Raises `UnreadableFile` for doubles."""
    known = known_headings(columns)
    fields: list[str | None] = []
    for heading in heading_row[:MOST_COLUMNS]:
        found = known.get(folded(heading))
        if found and found in fields:
            raise UnreadableFile(
                _("Kolonnen »%(name)s« står to gange. Slet den ene, og prøv igen.") % {"name": str(heading).strip()}
            )
        if not found and not cells.is_empty(heading) and folded(heading) != folded(WHY_NOT):
            name = str(heading).strip()[:60]
            near = suggestion(name, [column.heading for column in columns if column.field not in fields])
            notes.append(_("Kolonnen »%(name)s« kender vi ikke. Den bliver sprunget over.") % {"name": name} + near)
        fields.append(found)
    return fields


def no_headings() -> UnreadableFile:
    return UnreadableFile(
        _(
            "Vi kan ikke finde rækken med overskrifter. Den skal stå blandt de første %(n)d rækker og have mindst "
            "»Nøgle«, »Titel« eller »Navn« og en til. Hent skabelonen, og brug dens overskrifter."
        )
        % {"n": MOST_ROWS_ABOVE}
    )


def too_many(most: int) -> UnreadableFile:
    return UnreadableFile(
        _("Filen har mere end %(n)s rækker. Del den i flere filer, og tag dem en ad gangen.")
        % {"n": f"{most:,}".replace(",", ".")}
    )
