"""The calendar's days come from the address; what is absurd is this week."""

import datetime

import pytest

from search.calendar.period import DAYS_AHEAD, Period, View

TODAY = datetime.date(2026, 11, 26)  # a Thursday


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("view", "date", "first", "last"),
    [
        ("", "", "2026-11-23", "2026-11-29"),
        ("dag", "", "2026-11-26", "2026-11-26"),
        ("dag", "2026-11-27", "2026-11-27", "2026-11-27"),
        ("uge", "2026-12-31", "2026-12-28", "2027-01-03"),
        ("maaned", "2027-02-10", "2027-02-01", "2027-02-28"),
    ],
)
def test_period_of_an_address(view, date, first, last):
    assert Period.parse(view, date, TODAY) == Period(View(view or "uge"), day(first), day(last))


@pytest.mark.parametrize(
    ("view", "date"),
    [("år", ""), ("", "i morgen"), ("dag", "2026-11-25"), ("", "0001-01-01"), ("", "9999-12-31"), ("maaned", "\x00")],
)
def test_what_is_not_had_is_the_nearest_and_said(view, date):
    period = Period.parse(view, date, TODAY)
    assert not period.understood
    assert period.first <= TODAY <= period.last


def test_first_day_of_the_running_week_and_month_is_understood():
    assert Period.parse("uge", "2026-11-23", TODAY).understood
    assert Period.parse("maaned", "2026-11-01", TODAY) == Period(View.MONTH, day("2026-11-01"), day("2026-11-30"))


@pytest.mark.parametrize("view", View)
def test_steps_go_there_and_back_and_end(view):
    period = Period.around(view, TODAY)
    assert period.previous(TODAY) is None
    steps = 0
    while following := period.next(TODAY):
        assert following.previous(TODAY) in (period, Period.around(view, period.first))
        pairs = dict(following.parameters(TODAY))
        assert Period.parse(pairs.get("vis", ""), pairs.get("dato", ""), TODAY) == following
        period, steps = following, steps + 1
    assert steps == {View.DAY: DAYS_AHEAD, View.WEEK: 52, View.MONTH: 12}[view]


def test_running_period_has_no_date_in_its_address():
    assert Period.around(View.WEEK, TODAY).parameters(TODAY) == []
    assert Period.around(View.MONTH, TODAY).parameters(TODAY) == [("vis", "maaned")]
