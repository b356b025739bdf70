"""A row of cells → an entry of the exchange format, on top of what the catalogue says already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ..importing.entry import EntryReader
from ..importing.problems import Invalid, Origin, Report
from . import cells, times
from .column import KEY, VERSION, WHEN, Column
from .names import Names
from .subjects import Subject

_IN_SCHEDULE = {
    "dtstart": times.FIRST,
    "minutes": times.TO,
    "rrule": times.REPEATS,
    "exdates": times.WITHOUT,
    "not_in": times.WITHOUT,
}


@dataclass(slots=True)
class ReadRow:
    """`raw` is the entry as a dictionary, `entry` the checked one; problems and notes are (heading, message)."""

    raw: dict[str, Any]
    entry: Any = None
    problems: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def read_row(found: dict[str, Any], base: dict[str, Any] | None, slug: str, names: Names, subject: Subject) -> ReadRow:
    """Columns that the file does not have leave the entry's own value alone; an empty cell empties it."""
    row = ReadRow(raw=dict(base or {}) | {"slug": slug})
    wrong: set[str] = set()
    unusable = found.get("")
    if isinstance(unusable, cells.Unusable):
        row.problems.append(("", unusable.why))
        return row
    for column in subject.columns:
        if column.field in (KEY, VERSION) or column.field.startswith(f"{WHEN}."):
            continue
        if column.field in found:
            _take(column, found[column.field], row, wrong, names)
        elif column.required and base is None:
            row.problems.append((column.heading, _("Kolonnen mangler i filen, og nye rækker skal have den.")))
            wrong.add(column.field)
    _take_schedule(found, row, wrong, subject)
    _check(row, wrong, subject)
    return row


def _take(column: Column, value: Any, row: ReadRow, wrong: set[str], names: Names) -> None:
    try:
        if column.required and cells.is_empty(value):
            raise Invalid(_("Feltet skal udfyldes."))
        column.put(row.raw, column.read(value, names))
    except Invalid as error:
        row.problems.append((column.heading, error.message))
        row.raw.pop(column.field.partition(".")[0], None)
        wrong.add(column.field)


def _take_schedule(found: dict[str, Any], row: ReadRow, wrong: set[str], subject: Subject) -> None:
    given = {part: found[f"{WHEN}.{part}"] for part in times.PARTS if f"{WHEN}.{part}" in found}
    if not given:
        return
    # A file with some of these columns only says the rest as the catalogue has it.
    present = times.printed(row.raw.get(WHEN) or []) if len(given) < len(times.PARTS) else {}
    schedule, errors = times.read(present | given)
    for part, message in errors.items():
        row.problems.append((subject.headings[f"{WHEN}.{part}"], message))
        wrong.add(WHEN)
    row.raw[WHEN] = schedule


def _check(row: ReadRow, wrong: set[str], subject: Subject) -> None:
    """The rules of the exchange format; what is told already is not told twice."""
    report = Report()
    reader = EntryReader(row.raw, Origin("", subject.file), report)
    row.entry = subject.read(reader)
    reader.finish()
    for problem in report.problems:
        name = problem.field.partition("[")[0]
        if name not in wrong and name.partition(".")[0] not in {field.partition(".")[0] for field in wrong}:
            row.problems.append((_heading(problem.field, subject), problem.message))
    row.notes += [(_heading(note.field, subject), note.message) for note in report.notes]


def _heading(path: str, subject: Subject) -> str:
    """The heading of a field as problems name it, like `schedule[2].rrule`."""
    outer, _dot, inner = path.partition(".")
    outer = outer.partition("[")[0]
    if outer == WHEN:
        return subject.headings[f"{WHEN}.{_IN_SCHEDULE.get(inner.partition('[')[0], times.FIRST)}"]
    name = f"{outer}.{inner}" if inner else outer
    return subject.headings.get(name, name)
