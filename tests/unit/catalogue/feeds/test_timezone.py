"""The zone in the file against the system's own zone data."""

from datetime import UTC, datetime, timedelta

from catalogue.feeds.timezone import danish_time
from catalogue.recurrence import ZONE


def test_zone_of_the_file_has_the_offsets_of_the_system():
    zone = danish_time().to_tz()
    moment, wrong = datetime(1996, 4, 1, tzinfo=UTC), []
    # Noon and night of every day for fifty years, so that every change is met from both sides.
    while moment.year < 2046:
        ours = moment.astimezone(ZONE).replace(tzinfo=None)
        if zone.utcoffset(ours) != ZONE.utcoffset(ours):
            wrong.append(ours)
        moment += timedelta(hours=12)
    assert wrong == []


def test_zone_changes_at_the_hour_of_the_law():
    ((summer, winter),) = [danish_time().subcomponents]
    assert (summer.name, summer["DTSTART"].dt.hour, summer["TZOFFSETTO"].td) == ("DAYLIGHT", 2, timedelta(hours=2))
    assert (winter.name, winter["DTSTART"].dt.hour, winter["TZOFFSETTO"].td) == ("STANDARD", 3, timedelta(hours=1))
