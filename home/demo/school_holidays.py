"""The example's calendars of school holidays: 2026/27 in the three kommuner, whose schools close on the same days."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from catalogue.models import Area, HolidayCalendar, HolidaySpan

FILE = Path(__file__).parent / "data" / "school_holidays.json"


def load_school_holidays() -> int:
    """Adds the calendars of kommuner that have none; returns how many."""
    told = json.loads(FILE.read_text(encoding="utf-8"))
    waiting = Area.objects.filter(slug__in=told["areas"], holiday_calendars=None)
    for area in waiting:
        calendar = HolidayCalendar(name=told["name"] % told["areas"][area.slug], area=area)
        calendar.spans.set(
            HolidaySpan(
                name=name,
                first_day=datetime.date.fromisoformat(first),
                last_day=datetime.date.fromisoformat(last),
            )
            for name, first, last in told["spans"]
        )
        calendar.save()
    return len(waiting)
