"""Times in everyday Danish, read as rules."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from catalogue.choices import NotIn
from catalogue.recurrence import Rule
from catalogue.recurrence.describe import rule_words
from catalogue.recurrence.expansion import local_starts
from catalogue.recurrence.grammar import WEEKDAYS
from catalogue.recurrence.reading import Reading, read_times

# A Friday in week 48.
TODAY = date(2026, 11, 27)


def read(text: str) -> Reading:
    return read_times(text, TODAY)


def starts(rule: Rule, number: int) -> list[datetime]:
    return list(islice(local_starts(rule, datetime.combine(TODAY, time.min), datetime.max), number))


def days(text: str, number: int = 3) -> list[str]:
    (rule,) = read(text).rules
    return [f"{start:%d.%m.%y}" for start in starts(rule, number)]


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("hver tirsdag kl. 10-12", "FREQ=WEEKLY;BYDAY=TU"),
        ("Tirsdage kl. 10-12", "FREQ=WEEKLY;BYDAY=TU"),
        ("kl. 10-12 hver tirsdag", "FREQ=WEEKLY;BYDAY=TU"),
        ("om tirsdagen fra kl. 10 til 12", "FREQ=WEEKLY;BYDAY=TU"),
        ("hver 2. tirsdag kl. 10-12", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("hver anden tirsdag kl. 10-12", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("tirsdag hver 3. uge kl. 10-12", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
        ("første torsdag i måneden kl. 10-12", "FREQ=MONTHLY;BYDAY=1TH"),
        ("den 1. og 3. torsdag i hver måned kl. 10-12", "FREQ=MONTHLY;BYDAY=1TH,3TH"),
        ("hver sidste fredag i måneden kl. 10-12", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("tirsdag og torsdag 10-12", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("mandag, onsdag og fredag kl. 10.00-12.00", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("mandag-fredag kl. 10:00–12:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("hverdage kl 10–12", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("hver dag kl. 10-12", "FREQ=DAILY"),
        ("hver weekend kl. 10-12", "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("den 15. i måneden kl. 10-12", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("hvert år 23. juni kl. 10-12", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=23"),
        ("tirsdag og torsdag 10-12 undtagen juli", "FREQ=WEEKLY;BYDAY=TU,TH;BYMONTH=1,2,3,4,5,6,8,9,10,11,12"),
        ("hver tirsdag fra september til april kl. 10-12", "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,9,10,11,12"),
        ("hver tirsdag kl. 10-12, otte gange", "FREQ=WEEKLY;BYDAY=TU;COUNT=8"),
        ("hver tirsdag kl. 10-12 til og med 1. juni", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601T235959"),
        ("3. december 2026 kl. 10-12", ""),
        ("torsdag den 3.12.2026 kl. 10-12", ""),
    ],
)
def test_rule(text, rrule):
    reading = read(text)
    assert reading.is_whole, (reading.unknown, reading.problems)
    assert [(rule.rrule, rule.starts_at, rule.minutes) for rule in reading.rules] == [(rrule, time(10), 120)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ikke i skoleferier", {"skoleferier"}),
        ("ikke i skoleferierne", {"skoleferier"}),
        ("undtagen i ferierne", {"skoleferier"}),
        ("ikke på helligdage", {"helligdage"}),
        ("ikke i skoleferier og på helligdage", {"skoleferier", "helligdage"}),
        ("ikke i skoleferier, ikke på helligdage", {"skoleferier", "helligdage"}),
        ("", set()),
    ],
)
def test_breaks(text, names):
    reading = read(f"hver 2. tirsdag kl. 10-12, {text}")
    assert reading.is_whole
    assert reading.rules[0].not_in == names


def test_every_second_week_begins_with_the_first_that_comes():
    assert days("hver 2. tirsdag kl. 10-12") == ["01.12.26", "15.12.26", "29.12.26"]
    assert days("hver 2. tirsdag kl. 10-12 fra 8. december") == ["08.12.26", "22.12.26", "05.01.27"]


def test_odd_weeks_are_odd_also_when_a_year_has_53():
    assert days("hver anden tirsdag i ulige uger kl. 10-12", 5) == [
        "01.12.26", "15.12.26", "29.12.26", "05.01.27", "19.01.27",
    ]  # fmt: skip
    for parity, text in ((1, "onsdag i ulige uger kl. 9-10"), (0, "i lige uger om onsdagen kl. 9-10")):
        (rule,) = read(text).rules
        assert {start.isocalendar().week % 2 for start in starts(rule, 80)} == {parity}
        assert {start.weekday() for start in starts(rule, 80)} == {2}


def test_season_that_is_on_is_meant():
    (rule,) = read("hver mandag kl. 10-12 fra 1. september til 30. april").rules
    assert (rule.starts_on, rule.rrule) == (date(2026, 9, 7), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270430T235959")


def test_season_that_is_to_come_is_meant():
    (rule,) = read("hver mandag kl. 10-12 fra 1. maj til 30. september").rules
    assert rule.starts_on == date(2027, 5, 3)


def test_several_times_and_days():
    reading = read("mandag kl. 10-12 og torsdag kl. 14-16, ikke på helligdage\nden 3. og 10. december kl. 19-21")
    assert [(rule.starts_on.isoformat(), rule.starts_at.hour, len(rule.not_in)) for rule in reading.rules] == [
        ("2026-11-30", 10, 1),
        ("2026-12-03", 14, 1),
        ("2026-12-03", 19, 0),
        ("2026-12-10", 19, 0),
    ]


def test_two_times_of_the_same_day():
    assert [rule.starts_at.hour for rule in read("tirsdage kl. 10-12 og 14-16").rules] == [10, 14]


def test_dates_that_are_left_out():
    (rule,) = read("hver torsdag kl. 10-12, ikke den 24. og 31. december").rules
    assert rule.exdates == {date(2026, 12, 24), date(2026, 12, 31)}


def test_two_hours_are_meant_and_told_when_no_end_is_said():
    reading = read("første torsdag i måneden kl. 19")
    assert reading.rules[0].minutes == 120
    assert "to timer" in reading.notes[0]
    assert (read("hver torsdag kl. 19 i 90 minutter").rules[0].minutes, read("torsdag kl. 22-2").rules[0].minutes) == (
        90,
        240,
    )


@pytest.mark.parametrize(
    ("text", "unknown", "problem"),
    [
        ("hver blåmandag kl. 10-12", ["blåmandag"], "hvilken dag"),
        ("hver tirsdag", [], "hvad klokken er"),
        ("hver tirsdag kl. 25-26", [], "ikke et klokkeslæt"),
        ("31. februar kl. 10-12", [], "ikke en dato"),
        ("onsdag 3. december kl. 10-12", [], "er en torsdag"),
        ("hver tirsdag kl. 10-12 når solen skinner", ["når", "solen", "skinner"], ""),
        ("hver tirsdag kl. 10-12 fra 1. maj 2027 til 1. april 2027", [], "slutter, før"),
        ("hver tirsdag kl. 10-10", [], "varer ikke"),
        ("x" * 600, [], "for lang"),
    ],
)
def test_what_is_not_understood_is_said(text, unknown, problem):
    reading = read(text)
    assert not reading.is_whole
    assert reading.unknown == unknown
    assert problem in " ".join(reading.problems)


def test_nothing_is_nothing():
    assert read(" \n ") == Reading()


PIECES = (
    *("hver", "anden", "2.", "99.", "tirsdag", "tirsdage", "måneden", "i", "kl.", "10-12", "24", "ikke", "skoleferier"),
    *("fra", "til", "december", "31.", "2026", "og", ",", ";", "gange", "otte", "sidste", "ulige", "uger", "lige"),
    *("undtagen", "juli", "år", "hvert", "dag", "10.75", "0", "-"),
)


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_nothing_breaks_it(text):
    reading = read(text)
    for rule in reading.rules:
        starts(rule, 2)


def told() -> st.SearchStrategy[Rule]:
    """Rules that can be said, which begin after today on a day of their own."""
    weekdays = st.sets(st.sampled_from(WEEKDAYS), min_size=1)
    nths = st.sets(st.sampled_from([1, 2, 3, 4, -1]), min_size=1)
    every = st.integers(1, 5).map(lambda number: f";INTERVAL={number}" if number > 1 else "")
    months = st.just("") | st.sets(st.integers(1, 12), min_size=1, max_size=11).map(
        lambda chosen: ";BYMONTH=" + ",".join(map(str, sorted(chosen)))
    )
    rrule = st.one_of(
        st.just(""),
        st.builds("FREQ=DAILY{}{}".format, every, st.just("")),
        st.builds(lambda d, e, m: f"FREQ=WEEKLY{e};BYDAY={','.join(d)}{m}", weekdays, every, months),
        st.builds(
            lambda n, d, e, m: "FREQ=MONTHLY" + e + ";BYDAY=" + ",".join(f"{number}{d}" for number in n) + m,
            nths,
            st.sampled_from(WEEKDAYS),
            every,
            months,
        ),
        st.builds(lambda d, e: f"FREQ=MONTHLY{e};BYMONTHDAY={d}", st.integers(1, 28), every),
        st.just("FREQ=YEARLY"),
        st.builds(
            lambda first, d: f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(first, 54, 2)))};BYDAY={','.join(d)}",
            st.sampled_from([1, 2]),
            weekdays,
        ),
    )
    until = st.just("") | st.dates(date(2030, 1, 1), date(2031, 1, 1)).map(lambda day: f";UNTIL={day:%Y%m%d}T235959")
    return st.builds(
        lambda day, clock, minutes, rule, end, breaks: Rule(
            day, clock, minutes, rule + end if rule else "", not_in=frozenset(breaks) if rule else frozenset()
        ),
        st.dates(TODAY + timedelta(days=2), date(2028, 12, 31)),
        st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
        st.integers(1, 1439),
        rrule,
        until,
        st.sets(st.sampled_from(NotIn.values)),
    )


@given(told())
def test_what_is_said_is_read_back(rule: Rule):
    first = next(local_starts(rule, rule.begins, datetime(2029, 12, 31)), None)
    assume(first is not None)
    rule = Rule(first.date(), rule.starts_at, rule.minutes, rule.rrule, not_in=rule.not_in)
    words = rule_words(rule, TODAY)
    reading = read(words)
    assert reading.is_whole, (words, reading)
    (again,) = reading.rules
    assert starts(again, 12) == starts(rule, 12), (words, again)
    assert (again.minutes, again.not_in) == (rule.minutes, rule.not_in)
