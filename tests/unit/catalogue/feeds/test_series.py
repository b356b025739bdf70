"""What repeats, what is left out, what is changed."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from catalogue.feeds.series import series_of
from catalogue.recurrence import DateException, Rule

KNOWN_AT = datetime(2026, 11, 1)
MONDAYS = Rule(date(2026, 9, 7), time(10), 120, "FREQ=WEEKLY;BYDAY=MO")


@pytest.mark.parametrize("exdates", [frozenset(), frozenset({date(2026, 9, 21)})])
def test_series_begins_at_the_first_date_that_the_rule_gives(exdates):
    rule = Rule(date(2026, 9, 9), time(10), 60, "FREQ=WEEKLY;BYDAY=MO", exdates)
    (series,) = series_of([rule], [], known_at=KNOWN_AT)
    assert series.first == datetime(2026, 9, 14, 10)


def test_days_left_out_that_the_rule_does_not_give_are_not_told():
    rule = Rule(date(2026, 9, 7), time(10), 60, MONDAYS.rrule, frozenset({date(2026, 10, 12), date(2026, 10, 13)}))
    (series,) = series_of([rule], [], known_at=KNOWN_AT)
    assert series.left_out == (datetime(2026, 10, 12, 10),)


def test_single_date_that_is_left_out_gives_no_series():
    assert (
        series_of([Rule(date(2026, 9, 7), time(10), 60, "", frozenset({date(2026, 9, 7)}))], [], known_at=KNOWN_AT)
        == []
    )


def test_rule_whose_dates_a_longer_one_has_too_is_left_out():
    longer = Rule(date(2026, 9, 7), time(10), 180, "FREQ=WEEKLY;BYDAY=MO,TH")
    assert [series.rule for series in series_of([MONDAYS, longer], [], known_at=KNOWN_AT)] == [longer]


def test_dates_in_common_are_left_to_the_longer_rule():
    monthly = Rule(date(2026, 9, 7), time(10), 180, "FREQ=MONTHLY;BYDAY=1MO;COUNT=2")
    shorter, longer = series_of([MONDAYS, monthly], [], known_at=KNOWN_AT)
    assert longer.left_out == ()
    assert shorter.left_out == (datetime(2026, 9, 7, 10), datetime(2026, 10, 5, 10))


def test_change_belongs_to_the_series_that_gives_the_date():
    thursdays = Rule(date(2026, 9, 3), time(10), 60, "FREQ=WEEKLY;BYDAY=TH")
    cancelled = DateException(datetime(2026, 11, 26, 10), "cancelled", "Frost")
    stray = DateException(datetime(2026, 11, 25, 10), "cancelled", "Ingen gang den dag")
    mondays, thursdays_ = series_of([MONDAYS, thursdays], [cancelled, stray], known_at=KNOWN_AT)
    assert (mondays.changes, thursdays_.changes) == ((), (cancelled,))


def test_key_stays_when_the_rule_changes_but_not_its_beginning():
    (before,) = series_of([MONDAYS], [], known_at=KNOWN_AT)
    ending = Rule(date(2026, 9, 7), time(10), 90, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270601")
    (after,) = series_of([ending], [], known_at=KNOWN_AT)
    assert before.key == after.key


def test_two_series_with_one_beginning_have_two_keys():
    every_other = Rule(date(2026, 9, 7), time(10), 60, "FREQ=WEEKLY;BYDAY=WE")
    keys = [series.key for series in series_of([MONDAYS, every_other], [], known_at=KNOWN_AT)]
    assert len(set(keys)) == 2
