"""Rules in schema.org's words."""

from datetime import date, datetime, time

import pytest

from catalogue.feeds.series import series_of
from catalogue.recurrence import DateException, Rule
from catalogue.structured_data.schedules import duration, schedule_of

MONDAY = date(2026, 9, 7)


def told(rrule: str, exceptions=(), **changes):
    values = {"starts_on": MONDAY, "starts_at": time(10), "minutes": 90, "rrule": rrule}
    (series,) = series_of([Rule(**(values | changes))], exceptions, known_at=datetime(2026, 11, 1))
    return schedule_of(series)


def test_weekly_rule_in_full():
    cancelled = DateException(datetime(2026, 11, 30, 10), "cancelled", "Frost")
    exdates = frozenset({date(2026, 11, 16), date(2026, 11, 17)})
    assert told("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261231", [cancelled], exdates=exdates) == {
        "@type": "Schedule",
        "startDate": "2026-09-07",
        "endDate": "2026-12-28",
        "startTime": "10:00:00",
        "endTime": "11:30:00",
        "duration": "PT1H30M",
        "repeatFrequency": "P2W",
        "byDay": ["https://schema.org/Monday"],
        "exceptDate": ["2026-11-16", "2026-11-30"],
        "scheduleTimezone": "Europe/Copenhagen",
    }


@pytest.mark.parametrize(
    ("rrule", "expected"),
    [
        ("FREQ=WEEKLY", {"repeatFrequency": "P1W", "byDay": ["https://schema.org/Monday"]}),
        ("FREQ=MONTHLY;BYDAY=2MO,-1FR", {"repeatFrequency": "P1M", "byDay": ["2MO", "-1FR"]}),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", {"repeatFrequency": "P1M", "byMonthDay": [1, 15]}),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=2SU", {"repeatFrequency": "P1Y", "byMonth": [4], "byDay": ["2SU"]}),
        ("FREQ=DAILY;COUNT=3", {"repeatFrequency": "P1D", "repeatCount": 3, "endDate": "2026-09-09"}),
    ],
)
def test_rule_in_parts(rrule, expected):
    found = told(rrule)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    "rrule", ["FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1"]
)
def test_rule_that_schema_org_has_no_words_for_is_not_told(rrule):
    assert told(rrule) is None


def test_rule_without_an_end_has_no_last_date():
    assert "endDate" not in told("FREQ=WEEKLY")


@pytest.mark.parametrize(("minutes", "words"), [(30, "PT30M"), (60, "PT1H"), (1500, "PT25H"), (135, "PT2H15M")])
def test_duration(minutes, words):
    assert duration(minutes) == words
