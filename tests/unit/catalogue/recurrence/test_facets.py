from datetime import date, datetime, time

import pytest

from catalogue.recurrence import Rule, TimeOfDay, time_of_day, times_of_day, weekdays


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (time(0), TimeOfDay.MORNING),
        (time(11, 59), TimeOfDay.MORNING),
        (time(12), TimeOfDay.AFTERNOON),
        (time(16, 59), TimeOfDay.AFTERNOON),
        (time(17), TimeOfDay.EVENING),
        (time(23, 59), TimeOfDay.EVENING),
    ],
)
def test_time_of_day_at_its_edges(clock, expected):
    assert time_of_day(clock) == expected


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("", {0}),
        ("FREQ=WEEKLY", {0}),
        ("FREQ=WEEKLY;BYDAY=TU,FR", {1, 4}),
        ("FREQ=MONTHLY;BYDAY=2SU,4SU", {6}),
        ("FREQ=DAILY", {0, 1, 2, 3, 4, 5, 6}),
        ("FREQ=DAILY;INTERVAL=14", {0}),
        ("FREQ=DAILY;COUNT=2", {0, 1}),
    ],
)
def test_weekdays_of_a_rule(rrule, expected):
    assert weekdays([Rule(date(2026, 9, 7), time(10), 60, rrule)]) == expected


def test_weekdays_of_what_is_over_are_none():
    over = Rule(date(2026, 9, 7), time(10), 60, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261001")
    assert weekdays([over], after=datetime(2026, 11, 22)) == frozenset()


def test_times_of_day_of_several_rules():
    rules = [Rule(date(2026, 9, 7), time(10), 60), Rule(date(2026, 9, 7), time(19), 60)]
    assert times_of_day(rules) == {TimeOfDay.MORNING, TimeOfDay.EVENING}
