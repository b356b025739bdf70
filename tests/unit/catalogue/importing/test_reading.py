from pathlib import Path

import pytest

from catalogue.importing.problems import Report
from catalogue.importing.reading import read_object


def read(tmp_path: Path, content: bytes) -> tuple[dict, list[str]]:
    path, report = tmp_path / "katalog.json", Report()
    path.write_bytes(content)
    return read_object(path, report), [str(problem) for problem in report.problems]


def test_object_is_read_with_or_without_byte_order_mark(tmp_path):
    assert read(tmp_path, '{"name": "Ærø"}'.encode()) == ({"name": "Ærø"}, [])
    assert read(tmp_path, b"\xef\xbb\xbf{}") == ({}, [])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"areas": [\n  {"slug": "x",}\n]}', "Linje 2, tegn 16 er ikke gyldig JSON: her mangler et feltnavn"),
        (b'{"areas": [1 2]}', "Linje 1, tegn 14 er ikke gyldig JSON: her mangler et komma"),
        (b'{"areas": ', "her mangler en værdi"),
        (b'{"areas" []}', "her mangler et kolon"),
        (b"{} {}", "der står noget efter slutningen"),
        (b'{"areas": "x', "mangler et anførselstegn"),
        (b'{"areas": "x\n"}', "midt i en tekst"),
        (b'{"areas": "\\q"}', "omvendt skråstreg"),
        (b'{"areas": "\\u00"}', "omvendt skråstreg"),
        (b"", "Linje 1, tegn 1 er ikke gyldig JSON: her mangler en værdi"),
        (b"[]", "ét objekt"),
        (b"null", "ét objekt"),
        (b'{"lat": NaN}', "NaN er ikke et tal"),
        (b'{"lat": -Infinity}', "-Infinity er ikke et tal"),
        (b'{"lat": ' + b"9" * 5000 + b"}", "for langt"),
        (b"[" * 100_000, "for dyb"),
        (b'{"name":\n"K\xf8ge"}', "Linje 2 er ikke i tegnsættet UTF-8"),
        ('{"name": "Køge"}'.encode("utf-16"), "Linje 1 er ikke i tegnsættet UTF-8"),
        (b'{"a": [{"slug": "kaffe", "name": 1, "name": 2}]}', "name: Feltet står to gange i samme post (kaffe)."),
    ],
)
def test_what_is_wrong_with_a_file_is_told_in_danish(tmp_path, content, message):
    _found, problems = read(tmp_path, content)
    assert len(problems) == 1
    assert problems[0].startswith("katalog.json")
    assert message in problems[0]


def test_file_that_is_not_there_and_folder_are_told(tmp_path):
    report = Report()
    assert read_object(tmp_path / "væk.json", report) == {}
    assert read_object(tmp_path, report) == {}
    assert [problem.message[:18] for problem in report.problems] == ["Filen findes ikke:", "Filen kan ikke læs"]
