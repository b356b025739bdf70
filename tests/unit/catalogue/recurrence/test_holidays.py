from datetime import date, datetime, time

import pytest

from catalogue.choices import NotIn
from catalogue.recurrence import Rule
from catalogue.recurrence.describe import rule_words
from catalogue.recurrence.expansion import local_starts
from catalogue.recurrence.holidays import is_public_holiday, public_holidays

MONDAYS = Rule(date(2027, 1, 4), time(10), 120, "FREQ=WEEKLY")


def days(rule: Rule, first: date, last: date) -> list[date]:
    found = local_starts(rule, datetime.combine(first, time.min), datetime.combine(last, time.max))
    return [start.date() for start in found]


def test_the_holidays_of_2027():
    # https://www.kalender-365.dk/helligdage/2027.html
    assert sorted(public_holidays(2027)) == [
        date(2027, 1, 1),
        date(2027, 3, 25),
        date(2027, 3, 26),
        date(2027, 3, 28),
        date(2027, 3, 29),
        date(2027, 5, 6),
        date(2027, 5, 16),
        date(2027, 5, 17),
        date(2027, 12, 25),
        date(2027, 12, 26),
    ]


@pytest.mark.parametrize(("day", "is_holiday"), [((2023, 5, 5), True), ((2024, 4, 26), False), ((2027, 4, 23), False)])
def test_great_prayer_day_went_after_2023(day, is_holiday):
    assert is_public_holiday(date(*day)) is is_holiday


@pytest.mark.parametrize("day", [(2026, 6, 5), (2026, 12, 24), (2026, 12, 31), (2026, 5, 1)])
def test_days_that_only_many_have_off_are_none(day):
    assert not is_public_holiday(date(*day))


def test_rule_leaves_out_public_holidays_for_ever():
    rule = Rule(MONDAYS.starts_on, MONDAYS.starts_at, 120, MONDAYS.rrule, not_in=frozenset({NotIn.PUBLIC_HOLIDAYS}))
    assert date(2027, 3, 29) in days(MONDAYS, date(2027, 3, 22), date(2027, 4, 5))
    assert days(rule, date(2027, 3, 22), date(2027, 4, 5)) == [date(2027, 3, 22), date(2027, 4, 5)]
    assert days(rule, date(2060, 4, 13), date(2060, 4, 26)) == [date(2060, 4, 26)]  # Easter Monday: 19 April 2060


def test_rule_leaves_out_the_days_on_which_schools_are_closed():
    closed = frozenset({date(2027, 2, 15)})
    rule = Rule(MONDAYS.starts_on, MONDAYS.starts_at, 120, MONDAYS.rrule, closed=closed)
    assert days(rule, date(2027, 2, 8), date(2027, 2, 22)) == [date(2027, 2, 8), date(2027, 2, 22)]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("skoleferier",), "Hver mandag kl. 10-12, ikke i skoleferier"),
        (("helligdage",), "Hver mandag kl. 10-12, ikke på helligdage"),
        (("helligdage", "skoleferier"), "Hver mandag kl. 10-12, ikke i skoleferier og på helligdage"),
    ],
)
def test_breaks_are_said(names, words):
    rule = Rule(MONDAYS.starts_on, MONDAYS.starts_at, 120, MONDAYS.rrule, not_in=frozenset(names))
    assert rule_words(rule, date(2027, 6, 1)) == words
