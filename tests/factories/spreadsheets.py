"""Spreadsheets of activities for tests: good ones, and one with planted errors."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook

from accounts.models import User
from catalogue.actions.try_import import try_import
from catalogue.models import SheetImport
from catalogue.sheets.columns import columns

Row = dict[str, Any]


def good_row(**values: Any) -> Row:
    """Heading → cell of an activity that can be read in; needs the organisation and the rest that it names."""
    return {
        "Titel": "Sangaften",
        "Kort fortalt": "Syng med fra Højskolesangbogen.",
        "Del af kataloget": "Relationel",
        "Karakter": "Fællesskab",
        "Arrangør": "Sangvennerne",
        "Sted": "Biblioteket",
        "Områder": "Korsør",
        "Sådan foregår det": "Du møder op",
        "Interesser": "sang",
        "Første gang": datetime.date(2026, 9, 8),
        "Fra kl.": "19.00",
        "Til kl.": "21.00",
        "Gentages": "hver uge",
        "Pris i kroner": 25,
        "Sådan kommer man med": "Bare mød op",
        "Hvem kan foreslå det": "Alle",
        "Telefon": "58 00 00 00",
        "Status": "I gang",
    } | values


def table_of(rows: Iterable[Row]) -> list[list[Any]]:
    """The headings that any of the rows has, and the cells in their order."""
    rows = list(rows)
    known = [column.heading for column in columns()]
    headings = [heading for heading in known if any(heading in row for row in rows)]
    headings += sorted({heading for row in rows for heading in row} - set(known))
    return [headings, *([row.get(heading) for heading in headings] for row in rows)]


def workbook(rows: Iterable[Row], *, above: int = 0) -> bytes:
    """As somebody without our template would make it: one sheet, with some lines above the headings."""
    book = Workbook()
    sheet = book.active
    for line in range(above):
        sheet.append([f"Overskrift {line}"])
    for row in table_of(rows):
        sheet.append(row)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def book_of(rows: list[Row]) -> bytes:
    """A workbook of whatever headings the rows have: of organisations, of venues."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    book = Workbook()
    for row in [headings, *([row.get(heading) for heading in headings] for row in rows)]:
        book.active.append(row)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def delimited(rows: Iterable[Row], *, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    def written(value: Any) -> str:
        if isinstance(value, datetime.date):
            return f"{value:%d-%m-%Y}"
        text = "" if value is None else str(value)
        return '"' + text.replace('"', '""') + '"' if set(text) & set(f'{delimiter}\n"') else text

    lines = [delimiter.join(map(written, row)) for row in table_of(rows)]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def make_trial(user: User) -> SheetImport:
    """A file that somebody has uploaded and not read in, with a row that is refused."""
    content = workbook([good_row(Arrangør="Findes ikke")])
    return try_import(content=content, file_name="aktiviteter.xlsx", by=user)


PLANTED: dict[int, tuple[Row, str, str]] = {
    # Row of the sheet → (what is changed in it, the heading, a piece of what is said about it).
    5: ({"Titel": ""}, "Titel", "skal udfyldes"),
    20: ({"Kort fortalt": "lang " * 40}, "Kort fortalt", "højst være på 160"),
    37: ({"Arrangør": "Sangvenerne"}, "Arrangør", "Mente du »Sangvennerne«?"),
    54: ({"Første gang": "31/2-2026"}, "Første gang", "findes ikke i kalenderen"),
    71: ({"Pris i kroner": "dyr"}, "Pris i kroner", "er ikke et tal"),
    88: ({"Del af kataloget": "Relationelt"}, "Del af kataloget", "Mente du »Relationel«?"),
    105: ({"Interesser": "sang; rumfart"}, "Interesser", "»rumfart« er ikke i ordlisten"),
    122: ({"Til kl.": ""}, "Til kl.", "hvad klokken er, når det slutter"),
    139: ({"Fra alder": 80, "Til alder": 60}, "Fra alder", "mere end den højeste alder"),
    156: ({"Titel": "Sangaften 6"}, "Nøgle", "også i række"),
    173: ({"Mail": "sang@forening"}, "Mail", "er ikke en mailadresse"),
    190: ({"Pladser": "=30+10"}, "Pladser", "formel uden et resultat"),
}
MOST = 200


def two_hundred_rows() -> list[Row]:
    """200 rows of which exactly those of `PLANTED` are wrong, one error in each."""
    rows = [good_row(Titel=f"Sangaften {number}") for number in range(2, MOST + 2)]
    for number, (changes, _heading, _said) in PLANTED.items():
        rows[number - 2] |= changes
    return rows
