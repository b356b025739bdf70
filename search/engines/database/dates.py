"""When something runs, by a glance at its rule: no date is computed, so that ten thousand rules take no time."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from catalogue.recurrence import time_of_day

from ...choices import Weekday

BYDAY = re.compile(r"BYDAY=([^;]+)", re.IGNORECASE)
UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)
DAYS = {code: str(day) for code, day in zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), Weekday, strict=True)}
FOR_EVER = 99991231


@lru_cache(maxsize=10_000)
def weekdays(starts_on: str, rrule: str) -> tuple[str, ...]:
    """The days that the rule names, every day for a daily one, else the day of its first date (ISO 8601)."""
    named = BYDAY.search(rrule)
    if named:
        return tuple({DAYS[code[-2:]]: None for code in named[1].upper().split(",") if code[-2:] in DAYS})
    if "FREQ=DAILY" in rrule.upper():
        return tuple(DAYS.values())
    return (str(list(Weekday)[datetime.date.fromisoformat(starts_on).weekday()]),)


@lru_cache(maxsize=1000)
def time_of(starts_at: str) -> str:
    """Morning, afternoon or evening of a time in ISO 8601."""
    return str(time_of_day(datetime.time.fromisoformat(starts_at)))


@lru_cache(maxsize=10_000)
def span(starts_on: str, rrule: str) -> tuple[int, int]:
    """The first and the last day that a rule may name, as yyyymmdd; one that counts its dates is taken to go on."""
    first = int(starts_on.replace("-", ""))
    if not rrule:
        return first, first
    until = UNTIL.search(rrule)
    return first, int(until[1]) if until else FOR_EVER
