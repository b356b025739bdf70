"""The empty workbook that people fill in: drop-downs, guidance and an example."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from .column import Column
from .names import Names, names_for
from .subjects import ACTIVITIES, Subject
from .writing import DATE_FORMAT, add_sheet, cell

GUIDE, EXAMPLES, LISTS = "Vejledning", "Eksempel", "Valgmuligheder"
ROWS = 2000
_DAYS = ("verified_on", "schedule.first")


def template_for(user: Any, subject: Subject = ACTIVITIES) -> bytes:
    """What may be chosen is what this user may point to."""
    names = names_for(user)
    workbook = Workbook()  # drop-downs cannot be written as a stream
    workbook.remove(workbook.active)
    sheet = add_sheet(workbook, [], title=subject.sheet, shown=subject.columns)
    offers = {column.field: column.offer(names) for column in subject.columns if column.offer}
    _format_columns(sheet, subject)
    _add_drop_downs(sheet, offers, subject)
    _add_guide(workbook, offers, subject)
    add_sheet(workbook, [example(names, subject)], title=EXAMPLES, shown=subject.columns)
    _add_lists(workbook, offers, subject)
    output = BytesIO()
    workbook.save(output)
    return output.getvalue()


def example(names: Names, subject: Subject = ACTIVITIES) -> dict[str, Any]:
    """A row that can be read in as it is, once the catalogue has an organisation and an area."""
    offers = {column.field: column.offer for column in subject.columns if column.offer}
    return {
        column.field: next(iter(offers[column.field](names)), None)
        if column.field in subject.from_the_catalogue
        else column.example
        for column in subject.columns
    }


def _format_columns(sheet: Any, subject: Subject) -> None:
    """Text stays as it is typed, so that Excel makes no date of "3/4" and keeps the nought of a number."""
    for place, column in enumerate(subject.columns, 1):
        shape = DATE_FORMAT if column.field in _DAYS else "@"
        sheet.column_dimensions[get_column_letter(place)].number_format = shape


def _add_drop_downs(sheet: Any, offers: dict[str, list[str]], subject: Subject) -> None:
    for place, (field, offer) in enumerate(offers.items(), 1):
        if not offer:
            continue
        column = next(column for column in subject.columns if column.field == field)
        letter = get_column_letter(place)
        rule = DataValidation(
            type="list",
            formula1=f"{quote_sheetname(LISTS)}!${letter}$2:${letter}${len(offer) + 1}",
            allow_blank=True,
            showErrorMessage=not column.several,
            errorTitle=_("Vælg fra listen"),
            error=_("Det kan ikke stå her. Vælg fra listen."),
        )
        here = get_column_letter(subject.columns.index(column) + 1)
        rule.add(f"{here}2:{here}{ROWS}")
        sheet.add_data_validation(rule)


def _add_guide(workbook: Workbook, offers: dict[str, list[str]], subject: Subject) -> None:
    sheet = workbook.create_sheet(GUIDE)
    for letter, width in zip("ABCD", (32, 14, 80, 80), strict=True):
        sheet.column_dimensions[letter].width = width
    for line in _introduction(subject):
        sheet.append([_wide(sheet, line)])
    sheet.append([])
    sheet.append([_bold(sheet, text) for text in (_("Overskrift"), _("Skal udfyldes"), _("Sådan"), _("Vælg mellem"))])
    for column in subject.columns:
        sheet.append([cell(sheet, text) for text in _guidance(column, offers.get(column.field, []))])


def _introduction(subject: Subject) -> tuple[str, ...]:
    return (
        _("Sådan bruger du arket"),
        str(subject.guide),
        _("2. Slet ikke rækken med overskrifter. Kolonner, du ikke bruger, må du gerne slette."),
        _("3. Gem filen, og læs den ind under »Ind og ud«. Du får først at se, hvad der vil ske."),
        _("4. Vil du rette det, der er der: hent listen som Excel, ret i den, og læs filen ind igen. "
          "En tom celle sletter det, der står i kataloget."),
        str(subject.rest),
    )  # fmt: skip


def _guidance(column: Column, offer: list[str]) -> tuple[str, str, str, str]:
    shown = "; ".join(offer[:40]) + (" …" if len(offer) > 40 else "")
    return column.heading, _("ja") if column.required else "", column.help, shown


def _bold(sheet: Any, text: str) -> Any:
    found = cell(sheet, text)
    found.font = Font(bold=True)
    return found


def _wide(sheet: Any, text: str) -> Any:
    found = cell(sheet, text)
    found.alignment = Alignment(wrap_text=False)
    return found


def _add_lists(workbook: Workbook, offers: dict[str, list[str]], subject: Subject) -> None:
    sheet = workbook.create_sheet(LISTS)
    titles = subject.headings
    # Headings of one's own, so that this sheet is never taken for the one with the rows.
    sheet.append([_bold(sheet, f"{_('Valg')}: {titles[field]}") for field in offers])
    for place in range(max(map(len, offers.values()))):
        sheet.append([cell(sheet, offer[place]) if place < len(offer) else None for offer in offers.values()])
