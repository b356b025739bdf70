"""The page says which figures are only lower bounds."""

from __future__ import annotations

from pathlib import Path

from benchmarks import report

PROGRAMS = ("python", "django", "wagtail", "modelsearch", "tantivy", "elasticsearch", "sqlite")
MACHINE = dict.fromkeys(("date", "cores", "cpu", "memory_gb", "system", "load_at_start", *PROGRAMS), "1")
PAGE = {"p50": 1.0, "p95": 1.0, "p99": 1.0, "n": 4, "requests_per_second": 1.0, "sql": 2, "kb": 3, "rss_mb": 4}


def test_what_was_given_up_is_said(tmp_path: Path) -> None:
    report.add(tmp_path, 50, MACHINE, {"indexing": {"wagtail-sqlite": {"seconds": 1.0}}, "findable": {}})
    report.add(tmp_path, 50, MACHINE, {"pages": {"peer-results": {**PAGE, "given_up": 3}, "peer-front": PAGE}})
    page = (tmp_path / report.PAGE).read_text(encoding="utf-8")
    assert "plain Wagtail: results page, 3 of 4 given up |" in page
    assert "plain Wagtail: front page |" in page
    assert "| Wagtail's search on SQLite | 1.0 | given up |" in page


def test_suggestions_have_a_section_of_their_own_and_leave_the_rest(tmp_path: Path) -> None:
    report.add(tmp_path, 50, MACHINE, {"pages": {"peer-front": PAGE}})
    kinds = dict.fromkeys(("prefixes", "misspellings", "first"), {"n": 9, "p50": 0.5, "p95": 1.5, "p99": 2.5, "sql": 0})
    report.add_suggestions(tmp_path, 50, MACHINE, {"ours": kinds, "peer": kinds})
    report.add(tmp_path, 60, MACHINE, {"pages": {"peer-front": PAGE}})
    page = (tmp_path / report.PAGE).read_text(encoding="utf-8")
    assert "### 50 activities" in page and "### 60 activities" in page
    assert "| 50 | beginnings of words | the portal | 0.5 | 1.5 | 2.5 | 0 | 9 |" in page
    assert page.count("### Suggestions while typing") == 1


def test_freshness_run_has_a_section_of_its_own(tmp_path):
    machine = dict.fromkeys(("date", "load_at_start"), "1")
    one = {"seconds": 1.5, "sql": 20, "mails": 9}
    figures = {"loop": one, "first": {**one, "seconds": 3.0}, "again": {**one, "mails": 0}, "ratio": 2.0}
    report.add_freshness(tmp_path, 10_000, machine, figures)
    page = (tmp_path / report.PAGE).read_text(encoding="utf-8")
    assert "| 10,000 | first run | 3.0 | 20 | 9 |" in page
    assert "| 10,000 | first run beside the loop | 2 × | | |" in page


def test_import_stands_with_its_size_and_beside_bulk_create(tmp_path: Path) -> None:
    step = {"seconds": 1.5, "sql": 20, "peak_mb": 210, "more_mb": 30}
    steps = dict.fromkeys(("bulk", "trial", "write", "index", "again", "change"), step)
    report.add(tmp_path, 50, MACHINE, {"import": {**steps, "rows": 5000, "kb": 900, "ratio": 2.0}})
    page = (tmp_path / report.PAGE).read_text(encoding="utf-8")
    assert "| a spreadsheet of 5,000 new rows |" in page
    assert "| import | 1.5 | 20 | 210 | 30 |" in page
    assert "| upload, trial and import beside `bulk_create` | 2 × | | | |" in page
