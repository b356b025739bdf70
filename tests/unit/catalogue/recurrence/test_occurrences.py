from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.recurrence import ZONE, DateException, Rule, RuleError, next_occurrence, occurrences

MONDAYS = Rule(date(2026, 9, 7), time(10), 120, "FREQ=WEEKLY;BYDAY=MO")
NOVEMBER = {"start": datetime(2026, 11, 1, tzinfo=ZONE), "end": datetime(2026, 12, 1, tzinfo=ZONE)}


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZONE)


def starts(found) -> list[datetime]:
    return [occurrence.start for occurrence in found]


def test_occurrences_stand_in_order_across_rules():
    thursdays = Rule(date(2026, 9, 3), time(14), 60, "FREQ=WEEKLY;BYDAY=TH")
    found = starts(occurrences([thursdays, MONDAYS], **NOVEMBER, limit=3))
    assert found == [at(2026, 11, 2, 10), at(2026, 11, 5, 14), at(2026, 11, 9, 10)]


def test_two_rules_that_give_the_same_start_give_one_occurrence_the_longer():
    longer = Rule(date(2026, 9, 7), time(10), 180, "FREQ=WEEKLY;BYDAY=MO")
    found = occurrences([MONDAYS, longer], **NOVEMBER)
    assert [occurrence.minutes for occurrence in found] == [180] * 5


def test_cancelled_date_stays_in_place_with_its_reason():
    cancelled = DateException(datetime(2026, 11, 9, 10), "cancelled", "Lederen er syg")
    found = occurrences([MONDAYS], [cancelled], **NOVEMBER)
    assert [(o.start.day, o.status, o.reason) for o in found[:3]] == [
        (2, "planned", ""),
        (9, "cancelled", "Lederen er syg"),
        (16, "planned", ""),
    ]


def test_moved_date_stands_where_it_is_moved_to():
    moved = DateException(datetime(2026, 11, 9, 10), "moved", "Valg", datetime(2026, 11, 18, 13), minutes=60)
    found = occurrences([MONDAYS], [moved], **NOVEMBER)
    assert starts(found) == [at(2026, 11, d, h) for d, h in [(2, 10), (16, 10), (18, 13), (23, 10), (30, 10)]]
    (occurrence,) = [o for o in found if o.status == "moved"]
    assert (occurrence.original_start, occurrence.minutes, occurrence.reason) == (at(2026, 11, 9, 10), 60, "Valg")


def test_date_moved_into_the_window_from_outside_is_found():
    moved = DateException(datetime(2026, 12, 7, 10), "moved", "", datetime(2026, 11, 27, 10))
    assert at(2026, 11, 27, 10) in starts(occurrences([MONDAYS], [moved], **NOVEMBER))


def test_date_moved_out_of_the_window_is_gone_from_it():
    moved = DateException(datetime(2026, 11, 30, 10), "moved", "", datetime(2026, 12, 2, 10))
    assert at(2026, 11, 30, 10) not in starts(occurrences([MONDAYS], [moved], **NOVEMBER))


def test_exception_for_a_time_that_no_rule_gives_changes_nothing():
    stray = [
        DateException(datetime(2026, 11, 9, 11), "cancelled", "Forkert klokkeslæt"),
        DateException(datetime(2026, 11, 10, 10), "moved", "", datetime(2026, 11, 11, 10)),
    ]
    assert occurrences([MONDAYS], stray, **NOVEMBER) == occurrences([MONDAYS], **NOVEMBER)


def test_moved_date_without_a_new_time_is_refused():
    with pytest.raises(ValueError, match="moved to"):
        DateException(datetime(2026, 11, 9, 10), "moved")


def test_window_takes_what_overlaps_it():
    night = Rule(date(2026, 11, 6), time(22), 270)
    found = occurrences([night], start=at(2026, 11, 7, 1), end=at(2026, 11, 7, 2))
    assert starts(found) == [at(2026, 11, 6, 22)]
    assert occurrences([night], start=at(2026, 11, 7, 2, 30), end=at(2026, 11, 8)) == []
    assert occurrences([night], start=at(2026, 11, 6), end=at(2026, 11, 6, 22)) == []


def test_time_skipped_in_spring_is_read_with_the_offset_before_the_gap():
    (occurrence,) = occurrences([Rule(date(2026, 3, 29), time(2, 30), 60)], start=at(2026, 3, 29), end=at(2026, 3, 30))
    assert occurrence.start.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert (occurrence.start.time(), occurrence.minutes) == (time(3, 30), 60)


def test_time_that_comes_twice_in_autumn_is_the_first():
    (occurrence,) = occurrences(
        [Rule(date(2026, 10, 25), time(2, 30), 60)], start=at(2026, 10, 25), end=at(2026, 10, 26)
    )
    assert occurrence.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert occurrence.minutes == 60


def test_night_over_the_autumn_change_lasts_as_long_as_promised():
    (occurrence,) = occurrences([Rule(date(2026, 10, 24), time(22), 360)], start=at(2026, 10, 24), end=at(2026, 10, 25))
    assert (occurrence.minutes, occurrence.end.time()) == (360, time(3))


def test_next_occurrence_is_the_one_going_on():
    found = next_occurrence([MONDAYS], after=at(2026, 11, 23, 11, 59))
    assert found is not None and found.start == at(2026, 11, 23, 10)


def test_next_occurrence_passes_over_cancelled_dates():
    cancelled = [DateException(datetime(2026, 11, day, 10), "cancelled") for day in (23, 30)]
    found = next_occurrence([MONDAYS], cancelled, after=at(2026, 11, 22))
    assert found is not None and found.start == at(2026, 12, 7, 10)


def test_next_occurrence_of_something_over_is_none():
    assert next_occurrence([Rule(date(2026, 4, 25), time(10), 240)], after=at(2026, 11, 22)) is None
    assert next_occurrence([], after=at(2026, 11, 22)) is None


def test_broken_rule_is_an_error_and_no_silence():
    with pytest.raises(RuleError):
        occurrences([Rule(date(2026, 1, 1), time(10), 60, "FREQ=SECONDLY")], **NOVEMBER)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)),
        (datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)),
    ],
)
def test_absurd_window_is_answered(start, end):
    found = occurrences([MONDAYS], start=start, end=end, limit=1)
    assert starts(found) == ([at(2026, 9, 7, 10)] if start < end else [])


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1)), st.integers(1, 60 * 24 * 20))
def test_a_window_is_the_sum_of_its_parts(begin, minutes):
    """Cutting a window in two loses nothing and doubles only what crosses the cut."""
    start = begin.replace(tzinfo=UTC)
    middle, end = start + timedelta(minutes=minutes), start + timedelta(days=40)
    rules = [Rule(date(2025, 12, 31), time(1, 45), 100, "FREQ=DAILY"), MONDAYS]
    whole = occurrences(rules, start=start, end=end)
    left = occurrences(rules, start=start, end=min(middle, end))
    right = occurrences(rules, start=min(middle, end), end=end)
    crossing = [o for o in left if o in right]
    assert len(left) + len(right) - len(crossing) == len(whole)
    assert sorted({*left, *right}, key=lambda o: o.start.timestamp()) == whole
