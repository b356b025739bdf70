"""The days on which schools are closed where an activity takes place, by the areas' calendars."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..kept import kept

if TYPE_CHECKING:
    from ..models import Activity


def school_holidays(activity: Activity) -> frozenset[date]:
    """The closed days of the place's area and of those it lies in; of the areas it serves, where it has no place."""
    areas = [activity.venue.area_id] if activity.venue else [area.pk for area in activity.areas.all()]
    by_area = _closed_by_area()
    found = [by_area[area] for area in areas if area in by_area]
    # The very set where there is one: rules that share it are quickly told to be alike.
    return found[0] if len(found) == 1 else frozenset().union(*found)


@kept
def _closed_by_area() -> dict[int, frozenset[date]]:
    """Area → the days on which it is closed, its parents' days among them; two queries, kept while nothing changes."""
    from ..models import Area, HolidaySpan

    own: dict[int, set[date]] = {}
    for area, first, last in HolidaySpan.objects.values_list("calendar__area", "first_day", "last_day"):
        days = ((last - first).days + 1) if last >= first else 0
        own.setdefault(area, set()).update(first + timedelta(days=number) for number in range(days))
    if not own:
        return {}
    parents = dict(Area.objects.order_by().values_list("pk", "parent_id"))
    shared: dict[frozenset[int], frozenset[date]] = {}
    return {area: _together(_path(area, parents).intersection(own), own, shared) for area in parents}


def _path(area: int, parents: dict[int, int | None]) -> frozenset[int]:
    """The area and those it lies in."""
    found: set[int] = set()
    above: int | None = area
    while above is not None and above not in found:
        found.add(above)
        above = parents.get(above)
    return frozenset(found)


def _together(
    areas: frozenset[int], own: dict[int, set[date]], shared: dict[frozenset[int], frozenset[date]]
) -> frozenset[date]:
    if areas not in shared:
        shared[areas] = frozenset[date]().union(*(own[area] for area in areas))
    return shared[areas]
