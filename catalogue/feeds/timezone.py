"""Danish time as a calendar file spells it out."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from ..recurrence import ZONE

# The rule that the European Union has followed since 1996; no activity began before.
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)


def danish_time() -> Timezone:
    """The VTIMEZONE of Europe/Copenhagen (held against the system's zone data by test_timezone.py)."""
    zone = Timezone()
    zone.add("TZID", ZONE.key)
    zone.add_component(_change(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), WINTER, SUMMER))
    zone.add_component(_change(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), SUMMER, WINTER))
    return zone


def _change(
    part: TimezoneDaylight | TimezoneStandard, name: str, first: datetime, before: timedelta, after: timedelta
) -> TimezoneDaylight | TimezoneStandard:
    part.add("TZNAME", name)
    part.add("DTSTART", first)
    part.add("RRULE", vRecur(FREQ="YEARLY", BYMONTH=first.month, BYDAY="-1SU"))
    part.add("TZOFFSETFROM", before)
    part.add("TZOFFSETTO", after)
    return part
