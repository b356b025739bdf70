"""The rules against a second implementation that knows nothing: it walks the calendar day by day."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.recurrence import ZONE, Rule, occurrences
from catalogue.recurrence.expansion import gives_dates, local_starts
from catalogue.recurrence.grammar import WEEKDAYS

# Both changes of 2026 (29 March, 25 October) and of 2027 (28 March, 31 October) lie in reach of every window.
BEGINNINGS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
WINDOWS = st.tuples(st.dates(date(2025, 12, 1), date(2028, 2, 1)), st.integers(1, 400))
CLOCKS = st.times(time(4), time(23)).map(lambda clock: clock.replace(second=0, microsecond=0))
INTERVALS = st.integers(1, 5)
WEEKDAY_SETS = st.sets(st.integers(0, 6), min_size=1, max_size=4)


def walk(begins: date, first: date, days: int):
    """Every day of the window that is not before the beginning."""
    for step in range(days):
        day = first + timedelta(days=step)
        if day >= begins:
            yield day


def found(rule: Rule, first: date, days: int) -> list[date]:
    begin = datetime.combine(first, time.min)
    return [start.date() for start in local_starts(rule, begin, begin + timedelta(days=days))]


@given(BEGINNINGS, CLOCKS, INTERVALS, WEEKDAY_SETS, WINDOWS, st.integers(0, 6))
def test_weekly_rule_as_walking_day_by_day(begins, clock, interval, weekdays, window, week_start):
    names = ",".join(WEEKDAYS[day] for day in sorted(weekdays))
    rule = Rule(begins, clock, 60, f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={names};WKST={WEEKDAYS[week_start]}")
    first_week = begins - timedelta(days=(begins.weekday() - week_start) % 7)
    expected = [
        day
        for day in walk(begins, *window)
        if day.weekday() in weekdays and (day - first_week).days // 7 % interval == 0
    ]
    assert found(rule, *window) == expected


@given(BEGINNINGS, CLOCKS, INTERVALS, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1, -2]), WINDOWS)
def test_monthly_rule_by_weekday_as_walking_day_by_day(begins, clock, interval, weekday, nth, window):
    rule = Rule(begins, clock, 60, f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={nth}{WEEKDAYS[weekday]}")

    def is_nth(day: date) -> bool:
        if nth > 0:
            return (day.day - 1) // 7 + 1 == nth
        weeks_left = 0
        while (day + timedelta(weeks=weeks_left + 1)).month == day.month:
            weeks_left += 1
        return weeks_left + 1 == -nth

    expected = [
        day
        for day in walk(begins, *window)
        if day.weekday() == weekday
        and ((day.year - begins.year) * 12 + day.month - begins.month) % interval == 0
        and is_nth(day)
    ]
    assert found(rule, *window) == expected


@given(BEGINNINGS, CLOCKS, INTERVALS, WINDOWS)
def test_monthly_rule_without_days_skips_months_too_short(begins, clock, interval, window):
    rule = Rule(begins, clock, 60, f"FREQ=MONTHLY;INTERVAL={interval}")
    expected = [
        day
        for day in walk(begins, *window)
        if day.day == begins.day and ((day.year - begins.year) * 12 + day.month - begins.month) % interval == 0
    ]
    assert found(rule, *window) == expected


@given(BEGINNINGS, CLOCKS, INTERVALS, WINDOWS, st.integers(1, 60))
def test_counted_daily_rule_as_walking_day_by_day(begins, clock, interval, window, count):
    rule = Rule(begins, clock, 60, f"FREQ=DAILY;INTERVAL={interval};COUNT={count}")
    every = [begins + timedelta(days=interval * step) for step in range(count)]
    first, days = window
    assert found(rule, first, days) == [day for day in every if first <= day < first + timedelta(days=days)]


@given(BEGINNINGS, CLOCKS, WEEKDAY_SETS, WINDOWS)
def test_the_clock_on_the_wall_stays_when_summer_time_comes_and_goes(begins, clock, weekdays, window):
    names = ",".join(WEEKDAYS[day] for day in sorted(weekdays))
    first, days = window
    start = datetime.combine(first, time.min, ZONE)
    rule = Rule(begins, clock, 90, f"FREQ=WEEKLY;BYDAY={names}")
    for occurrence in occurrences([rule], start=start, end=start + timedelta(days=days)):
        assert occurrence.start.time() == clock
        assert occurrence.minutes == 90
        summer = (
            last_sunday(occurrence.start.year, 3) <= occurrence.start.date() < last_sunday(occurrence.start.year, 10)
        )
        assert occurrence.start.utcoffset() == timedelta(hours=2 if summer else 1)


def last_sunday(year: int, month: int) -> date:
    return max(date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 6)


def test_until_in_local_time_includes_the_last_evening():
    # 23:59:59 in local time; read as UTC it would reach into the next day and take the 0.30 date along.
    rule = Rule(date(2026, 10, 1), time(0, 30), 60, "FREQ=DAILY;UNTIL=20261003T235959")
    assert found(rule, date(2026, 9, 1), 90) == [date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 3)]


def test_until_in_utc_is_turned_into_local_time():
    # 22:30 UTC on 3 October is 0.30 on 4 October in Denmark: the date at 0.30 is the last.
    rule = Rule(date(2026, 10, 1), time(0, 30), 60, "FREQ=DAILY;UNTIL=20261003T223000Z")
    assert found(rule, date(2026, 9, 1), 90)[-1] == date(2026, 10, 4)


def test_until_as_a_bare_date_includes_that_day():
    rule = Rule(date(2026, 10, 1), time(19), 60, "FREQ=DAILY;UNTIL=20261003")
    assert found(rule, date(2026, 9, 1), 90)[-1] == date(2026, 10, 3)


def test_exdates_are_left_out_and_still_counted():
    rule = Rule(date(2026, 11, 2), time(10), 60, "FREQ=WEEKLY;COUNT=3", frozenset({date(2026, 11, 9)}))
    assert found(rule, date(2026, 11, 1), 60) == [date(2026, 11, 2), date(2026, 11, 16)]


def test_rule_without_repetition_happens_once():
    rule = Rule(date(2026, 12, 12), time(10), 60)
    assert found(rule, date(2026, 1, 1), 730) == [date(2026, 12, 12)]


@pytest.mark.parametrize("year", [1999, 2026, 2290, 9990])
def test_window_far_from_the_beginning_gives_the_right_weekday(year):
    rule = Rule(date(1995, 1, 2), time(10), 60, "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
    days = found(rule, date(year, 6, 1), 60)
    assert len(days) in (4, 5)
    assert all(day.weekday() == 0 and (day - date(1995, 1, 2)).days % 14 == 0 for day in days)


def test_yearly_rule_on_leap_day_waits_for_leap_years():
    rule = Rule(date(2024, 2, 29), time(10), 60, "FREQ=YEARLY")
    assert found(rule, date(2025, 1, 1), 366 * 8) == [date(2028, 2, 29), date(2032, 2, 29)]


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", False),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", False),
        ("FREQ=WEEKLY;UNTIL=20200101", False),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", True),
        ("FREQ=YEARLY;BYWEEKNO=53", True),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", True),
        ("", True),
    ],
)
def test_gives_dates_tells_rules_that_never_happen(rrule, expected):
    assert gives_dates(Rule(date(2026, 4, 6), time(10), 60, rrule)) is expected  # a Monday


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1,15;BYMONTH=1,6,12",
        "FREQ=MONTHLY;BYMONTHDAY=5",  # earlier in the month than the first date
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "FREQ=YEARLY;BYDAY=2SU;BYMONTH=5",
        "FREQ=YEARLY;INTERVAL=3",
        "FREQ=DAILY;INTERVAL=10;BYMONTH=7",
    ],
)
def test_starting_near_the_window_gives_what_counting_from_the_beginning_gives(rrule):
    rule = Rule(date(1998, 2, 10), time(10), 60, rrule)
    from_the_beginning = [
        start for start in local_starts(rule, rule.begins, datetime(2030, 1, 1)) if start >= datetime(2026, 3, 3)
    ]
    assert list(local_starts(rule, datetime(2026, 3, 3), datetime(2030, 1, 1))) == from_the_beginning
    assert from_the_beginning
