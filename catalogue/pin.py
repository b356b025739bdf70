"""Where a place may lie: points that the catalogue knows of, and a map of them drawn here.

No address leaves the portal: what is asked is the catalogue's own places, postcodes and areas.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import Any

from django.db.models import Avg, Count
from django.utils.translation import gettext as _

from .models import Area, Venue
from .queries.areas import surroundings

# In degrees, with the sea around it: Skagen, Gedser, Blåvandshuk and Christiansø.
SOUTH, NORTH, WEST, EAST = 54.5, 57.8, 7.9, 15.3
WIDTH = 640
# The least that a map shows, in degrees north to south, and the room at its edges.
LEAST, ROOM = 0.04, 0.15
SHOWN = 40


def in_denmark(latitude: float, longitude: float) -> bool:
    """Whether a point is within the country's outermost corners."""
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A point that may be right, and why."""

    words: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of the map; `x` and `y` are those of its viewBox."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Ground:
    """A map: its edges in degrees, its size, and what is on it. `pin` is None until the place has a position."""

    south: float
    north: float
    west: float
    east: float
    height: float
    areas: list[Dot]
    places: list[Dot]
    pin: Dot | None


def suggestions(venue: Venue) -> list[Suggestion]:
    """The points of the same address, the middle of the postcode's places, and of the area; three queries at most."""
    found = []
    known = Venue.objects.filter(latitude__isnull=False).exclude(pk=venue.pk)
    if venue.address.strip():
        same = known.filter(address__iexact=venue.address.strip(), postcode=venue.postcode).first()
        if same:
            found.append(
                Suggestion(_("Samme adresse som %(name)s") % {"name": same.name}, same.latitude, same.longitude)
            )
    if venue.postcode:
        middle = known.filter(postcode=venue.postcode).aggregate(
            latitude=Avg("latitude"), longitude=Avg("longitude"), number=Count("pk")
        )
        if middle["number"]:
            words = _("Midt mellem stederne i %(postcode)s") % {"postcode": venue.postcode}
            found.append(Suggestion(words, middle["latitude"], middle["longitude"]))
    if venue.area_id:
        found.append(Suggestion(_("Midt i %(area)s") % {"area": venue.area}, venue.area.latitude, venue.area.longitude))
    return found


def ground_of(venue: Venue) -> Ground | None:
    """The map around the place: its area, those beside it and the places there; None while it has no area."""
    if not venue.area_id:
        return None
    around = surroundings(venue.area)
    root = around.ancestors[0] if around.ancestors else venue.area
    areas = [root, *surroundings(root).descendants]
    keys = [area.pk for area in areas]
    places = Venue.objects.filter(area__in=keys, latitude__isnull=False).exclude(pk=venue.pk).order_by("name")[:SHOWN]
    return _drawn(venue, areas, list(places))


def _drawn(venue: Venue, areas: list[Area], places: list[Venue]) -> Ground:
    points: list[Any] = [*areas, *places, *([venue] if venue.position and in_denmark(*venue.position) else [])]
    south, north = _edges([point.latitude for point in points])
    narrow = cos(radians((south + north) / 2))
    west, east = _edges([point.longitude for point in points])
    height = round(WIDTH * (north - south) / ((east - west) * narrow))

    def dot(point: Any) -> Dot:
        x = (point.longitude - west) / (east - west) * WIDTH
        return Dot(str(point), round(x, 1), round((north - point.latitude) / (north - south) * height, 1))

    return Ground(
        south,
        north,
        west,
        east,
        height,
        areas=[dot(area) for area in areas],
        places=[dot(place) for place in places],
        pin=dot(venue) if venue in points else None,
    )


def _edges(values: list[float]) -> tuple[float, float]:
    least, most = min(values), max(values)
    room = max(LEAST, most - least) * ROOM + max(0.0, LEAST - (most - least)) / 2
    return least - room, most + room
