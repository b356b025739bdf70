"""A reader of calendars that is not ours, ical.js, finds the dates that the catalogue computes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from catalogue.feeds.calendar import calendar_of
from catalogue.models import Activity, DateException
from catalogue.recurrence import ZONE
from catalogue.recurrence.activity import occurrences_of
from tests.oracles.calendars import Seen, expected
from tests.oracles.node import Asked
from tests.unit.catalogue.feeds.making import activity, monday
from tests.unit.catalogue.feeds.test_round_trip import FEED, WINDOW, activities


def comparable(dates: list[Seen]) -> list[Seen]:
    """The dates, without the length of those during which clocks are changed: the peer counts it on the wall."""
    return sorted(one._replace(minutes=0) if _clocks_change_during(one) else one for one in dates)


def _clocks_change_during(one: Seen) -> bool:
    start, end = one.start.astimezone(ZONE), (one.start + timedelta(hours=9)).astimezone(ZONE)
    return start.utcoffset() != end.utcoffset()


def read_by(reader: Asked, made: Activity) -> list[Seen]:
    window = {name: moment.astimezone(UTC).isoformat() for name, moment in WINDOW.items()}
    answer = reader.ask({"ics": calendar_of(FEED, [made]).decode(), **window})
    return sorted(
        Seen(datetime.fromisoformat(start), minutes, status == "CANCELLED")
        for start, minutes, status in answer["dates"]
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=activities())
def test_peer_reads_the_dates_of_the_catalogue(ical_js: Asked, made: Activity):
    assert comparable(read_by(ical_js, made)) == comparable(expected(occurrences_of(made, **WINDOW)))


@pytest.mark.parametrize("clock", [time(1, 30), time(3, 30), time(23)])
def test_peer_keeps_the_clock_on_the_wall_when_clocks_are_changed(ical_js: Asked, clock: time):
    made = activity([monday(starts_on=date(2026, 3, 1), starts_at=clock, minutes=60, rrule="FREQ=DAILY")])
    found = read_by(ical_js, made)
    assert {one.start.astimezone(ZONE).time() for one in found} == {clock}
    assert comparable(found) == comparable(expected(occurrences_of(made, **WINDOW)))


def test_peer_sees_what_is_cancelled_and_moved(ical_js: Asked):
    made = activity(
        [monday()],
        [
            DateException(original_date=date(2026, 11, 23), kind="aflyst", reason="Frost"),
            DateException(
                original_date=date(2026, 11, 30),
                kind="flyttet",
                moved_to_date=date(2026, 12, 2),
                moved_to_time=time(14),
            ),
        ],
    )
    seen = {one.start.astimezone(ZONE).replace(tzinfo=None): one.cancelled for one in read_by(ical_js, made)}
    assert seen[datetime(2026, 11, 23, 10)] is True
    assert seen[datetime(2026, 12, 2, 14)] is False
    assert datetime(2026, 11, 30, 10) not in seen
