"""Files as people and others have them: each is read, or refused with a word that says what to do."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from catalogue.sheets import cells
from catalogue.sheets.reading import kinds
from catalogue.sheets.reading.opening import open_table
from catalogue.sheets.reading.table import UnreadableFile
from tests.factories.spreadsheets import delimited, good_row, workbook

OLD = bytes.fromhex("D0CF11E0A1B11AE1")
ROWS = [good_row(), good_row(Titel="Kor")]


def lines(content: bytes, most: int = 100):
    return list(open_table(content, most_rows=most).lines)


def titles(content: bytes) -> list[str]:
    return [line.cells["title"] for line in lines(content)]


def zipped(**files: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return output.getvalue()


def with_part(content: bytes, name: str, change) -> bytes:
    """The workbook with one of its parts changed."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(output, "w") as after:
        for part in before.namelist():
            after.writestr(part, change(before.read(part)) if part == name else before.read(part))
    return output.getvalue()


def saved(book: Workbook) -> bytes:
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b" \n ", "tom"),
        (OLD + b"\0" * 600, "gammelt format (.xls)"),
        (OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (b"%PDF-1.7 x", "PDF"),
        (b"\x89PNG\r\n", "billede"),
        (b"<!DOCTYPE html><table>", "webside"),
        (b'{"activities": []}', "JSON"),
        (b"BEGIN:VCALENDAR", "kalender"),
        (b"PK\x03\x04 cut short", "i stykker"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
        (zipped(**{"xl__workbook.bin": b""}), ".xlsb"),
        (zipped(**{"word__document.xml": b"<x/>"}), "Word"),
        (zipped(**{"plakat.jpg": b"x"}), "zip"),
        (zipped(**{"xl__workbook.xml": b"<x/>"}), "i stykker"),
        (b"hvad;hvor\r\nKor;Byen", "overskrifter"),
        (b"\x00\x01\x00\x00" * 50, "hverken"),
        (workbook([{"Hvad": "Kor", "Hvor": "Byen"}]), "overskrifter"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_file_that_is_no_spreadsheet_is_refused_with_what_to_do(content, said):
    with pytest.raises(UnreadableFile, match=said.replace("(", r"\(").replace(")", r"\)")):
        lines(content)


def test_locked_zip_is_refused():
    content = bytearray(workbook(ROWS))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.start_dir
    # The flag that says that the first part is encrypted.
    content[start + 8 : start + 10] = struct.pack("<H", 1)
    with pytest.raises(UnreadableFile, match="adgangskode"):
        lines(bytes(content))


def test_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    bomb = zipped(**{"xl__workbook.xml": b"<x/>", "xl__worksheets__sheet1.xml": b"0" * 20_000_000})
    assert len(bomb) < 50_000
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("unpacked"))
    with pytest.raises(UnreadableFile, match="19 MB, når den pakkes ud"):
        lines(bomb)


def test_many_and_much_is_refused(monkeypatch):
    monkeypatch.setattr(kinds, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableFile, match="når den pakkes ud"):
        lines(workbook(ROWS))
    monkeypatch.undo()
    with pytest.raises(UnreadableFile, match="når den pakkes ud"):
        lines(zipped(**{f"xl__{number}": b"" for number in range(kinds.MOST_PARTS + 1)}))


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_never_followed(part, doctype):
    def poisoned(xml: bytes) -> bytes:
        start = xml.index(b"?>") + 2 if xml.startswith(b"<?xml") else 0
        return xml[:start] + doctype + xml[start:]

    with pytest.raises(UnreadableFile, match="ikke må være i et regneark"):
        lines(with_part(workbook(ROWS), part, poisoned))


def test_entities_are_found_in_other_encodings_and_behind_long_comments():
    def hidden(xml: bytes) -> bytes:
        return b"<!--" + b"x" * 100_000 + b"-->" + xml

    def wide(xml: bytes) -> bytes:
        return '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "ha">]><x/>'.encode("utf-16")

    for change in (hidden, wide):
        with pytest.raises(UnreadableFile, match="ikke må være i et regneark"):
            lines(with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", change))


def test_cut_off_workbook_is_refused():
    content = with_part(workbook(ROWS), "xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2])
    with pytest.raises(UnreadableFile, match="i stykker"):
        lines(content)


def test_more_rows_than_allowed_are_refused_and_not_cut_off():
    rows = [good_row(Titel=f"Kor {number}") for number in range(11)]
    for content in (workbook(rows), delimited(rows)):
        assert len(lines(content, most=11)) == 11
        with pytest.raises(UnreadableFile, match="mere end 10 rækker"):
            lines(content, most=10)


def test_headings_further_down_and_empty_rows_between():
    book = openpyxl.load_workbook(io.BytesIO(workbook(ROWS, above=3)))
    book.active.insert_rows(6, amount=4)
    found = lines(saved(book))
    assert [(line.number, line.cells["title"]) for line in found] == [(5, "Sangaften"), (10, "Kor")]
    assert titles(b"Vores program\r\n\r\nTitel;Status\r\n\r\nKor;I gang\r\n;\r\n") == ["Kor"]


def test_wrong_dimensions_are_not_believed():
    content = with_part(
        workbook(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda xml: (
            xml.replace(b'<dimension ref="A1:', b'<dimension ref="A1:A1"/><x ref="A1:', 1)
            if b"<dimension" in xml
            else xml
        ),
    )
    assert titles(content) == ["Sangaften", "Kor"]


def test_unknown_column_is_told_and_double_heading_refused():
    table = open_table(delimited([good_row(Prisen="x")]), most_rows=10)
    assert table.notes == ["Kolonnen »Prisen« kender vi ikke. Den bliver sprunget over. Mente du »Pladser«?"] or (
        "Kolonnen »Prisen« kender vi ikke" in table.notes[0]
    )
    with pytest.raises(UnreadableFile, match="»Navn« står to gange"):
        lines(b"Titel;Navn;Status\r\nKor;Kor;I gang\r\n")


def test_merged_cells_refuse_their_rows_by_name():
    book = openpyxl.load_workbook(io.BytesIO(workbook([*ROWS, good_row(Titel="Dans")], above=1)))
    book.active.merge_cells("A1:E1")  # a title above the headings does no harm
    book.active.merge_cells("E3:E4")
    found = lines(saved(book))
    refused = {line.number: line.cells[""].why for line in found if "" in line.cells}
    assert refused.keys() == {3, 4}
    assert "E3:E4" in refused[3]


def test_formula_gives_what_it_gave_last_and_is_never_worked_out():
    book = openpyxl.load_workbook(io.BytesIO(workbook([good_row(Pladser="=30+10")])))
    content = saved(book)
    [line] = lines(content)
    assert "formel uden et resultat" in line.cells["capacity"].why
    content = with_part(
        content,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v></v>", b"<v>41</v>").replace(b"<v />", b"<v>41</v>"),
    )
    [line] = lines(content)
    assert line.cells["capacity"] == 41


def test_excels_own_error_is_told():
    book = openpyxl.load_workbook(io.BytesIO(workbook(ROWS)))
    book.active["A2"].value = "#REF!"
    [first, _second] = lines(saved(book))
    assert "#REF!" in first.cells["title"].why


def test_cells_of_every_sort():
    book = openpyxl.load_workbook(io.BytesIO(workbook([good_row(Telefon=58000000, Pladser=40.0, Elevator=True)])))
    [line] = lines(saved(book))
    assert cells.text(line.cells["contact.phone"]) == "58000000"
    assert cells.number(line.cells["capacity"]) == 40
    assert cells.yes_or_no(line.cells["accessibility.elevator"]) is True
    assert cells.day(line.cells["schedule.first"]) == datetime.date(2026, 9, 8)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'Titel;Status\r\n"Kor;I gang\r\nDans;I gang\r\n', "anførselstegn"),
        (b'Titel;Status\r\n"Kor" x;I gang\r\n', "anførselstegn"),
        (b"Titel;Status\r\n" + b"x" * 200_000 + b";I gang\r\n", "kan ikke læses"),
    ],
)
def test_csv_that_cannot_be_parted_is_refused(content, said):
    with pytest.raises(UnreadableFile, match=said):
        lines(content)


def test_row_with_more_cells_than_headings_is_refused():
    [line] = lines(b"Titel;Status\r\nKor;I gang;mere\r\n")
    assert "flere celler" in line.cells[""].why


def test_sep_line_of_excel():
    assert titles(b"sep=;\r\nTitel;Status\r\nKor;I gang\r\n") == ["Kor"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    try:
        lines(content)
    except UnreadableFile as error:
        assert str(error)


@given(st.binary(min_size=1, max_size=20), st.integers(0, 5000))
def test_any_damage_to_a_workbook_is_read_or_refused(damage, place):
    content = bytearray(workbook(ROWS))
    place %= len(content)
    content[place : place + len(damage)] = damage
    try:
        lines(bytes(content))
    except UnreadableFile as error:
        assert str(error)
