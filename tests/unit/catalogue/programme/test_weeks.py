"""Weeks of an address."""

import datetime

import pytest

from catalogue.programme.days import day_heading
from catalogue.programme.weeks import monday_of, week_heading

TODAY = datetime.date(2026, 11, 26)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("typed", "monday"), [("2026-48", "2026-11-23"), ("2026-W49", "2026-11-30"), ("202653", "2026-12-28")]
)
def test_week_is_read(typed, monday):
    assert monday_of(typed, TODAY) == day(monday)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "48",
        "2026-0",
        "2026-54",
        "2025-53",
        "9999-52",
        "0000-01",
        "2026-40",
        "2027-49",
        "٢٠٢٦-٤٨",
        "\x00",
        "2026-48 1",
    ],
)
def test_absurd_weeks_are_none(typed):
    assert monday_of(typed, TODAY) is None


def test_headings():
    assert week_heading(day("2026-11-23"), TODAY) == "Denne uge: 23. til 29. november"
    assert week_heading(day("2026-11-30"), TODAY) == "Næste uge: 30. november til 6. december"
    assert week_heading(day("2026-12-28"), TODAY) == "Uge 53: 28. december til 3. januar 2027"
    assert day_heading(TODAY, TODAY) == "I dag, torsdag 26. november"
    assert day_heading(day("2026-11-27"), TODAY) == "I morgen, fredag 27. november"
    assert day_heading(day("2026-11-28"), TODAY) == "Lørdag 28. november"
