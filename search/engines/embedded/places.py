"""Distances. There are few places and many documents, so kilometres are measured to places, once an origin."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

EARTH_RADIUS_KM = 6371.0087714
ORIGINS_REMEMBERED = 256

Point = tuple[float, float]


def vector(point: Point) -> tuple[float, float, float]:
    """The point (degrees) on the unit sphere."""
    latitude, longitude = math.radians(point[0]), math.radians(point[1])
    return (
        math.cos(latitude) * math.cos(longitude),
        math.cos(latitude) * math.sin(longitude),
        math.sin(latitude),
    )


class Places:
    """The distinct places of an index, by their keys ("latitude,longitude" in degrees)."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(keys)
        self._vectors = {key: vector(point_of(key)) for key in self.keys}
        self.distances = lru_cache(ORIGINS_REMEMBERED)(self._distances)
        self.outward = lru_cache(ORIGINS_REMEMBERED)(self._outward)

    def _distances(self, origin: Point) -> dict[str, float]:
        """Place → great-circle kilometres from the origin."""
        x, y, z = vector(origin)
        return {
            # The half chord's arcsine keeps its precision for small distances, where a cosine loses it.
            key: 2
            * EARTH_RADIUS_KM
            * math.asin(min(1.0, math.sqrt((a - x) * (a - x) + (b - y) * (b - y) + (c - z) * (c - z)) / 2))
            for key, (a, b, c) in self._vectors.items()
        }

    def _outward(self, origin: Point) -> tuple[tuple[float, tuple[str, ...]], ...]:
        """(kilometres, places that far away), nearest first."""
        ordered = sorted((km, key) for key, km in self.distances(origin).items())
        return tuple((km, tuple(key for _, key in same)) for km, same in groupby(ordered, key=lambda pair: pair[0]))

    def within(self, origin: Point, km: float) -> list[str]:
        """The places at most `km` kilometres from the origin."""
        return [key for key, distance in self.distances(origin).items() if distance <= km]


def point_of(key: str) -> Point:
    """(latitude, longitude) of a place's key."""
    latitude, _, longitude = key.partition(",")
    return float(latitude), float(longitude)
