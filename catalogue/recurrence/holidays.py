"""The Danish public holidays, computed from Easter."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

# Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension Day, Whitsun.
MOVABLE = (-3, -2, 0, 1, 39, 49, 50)
# (month, day); neither 5 June nor the evenings of Christmas and New Year are public holidays by law.
FIXED = ((1, 1), (12, 25), (12, 26))
# Great Prayer Day was abolished after 2023 (Act no. 214 of 6 March 2023).
PRAYER_DAY, LAST_PRAYER_DAY = 26, 2023


def is_public_holiday(day: date) -> bool:
    """Whether it is one of the days that the church or the new year makes a holiday of."""
    return day in public_holidays(day.year)


@lru_cache(maxsize=256)
def public_holidays(year: int) -> frozenset[date]:
    """All of a year's."""
    sunday = easter(year)
    days = [*MOVABLE, PRAYER_DAY] if year <= LAST_PRAYER_DAY else MOVABLE
    return frozenset(sunday + timedelta(days=number) for number in days) | {
        date(year, month, day) for month, day in FIXED
    }
