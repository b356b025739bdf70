"""From degrees to points of a drawing, and which pins stand so close that they are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

Position = tuple[float, float]  # latitude, longitude in degrees
Point = tuple[float, float]  # x, y in the drawing

WIDTH = 400.0
LEAST_HEIGHT, MOST_HEIGHT = 300.0, 520.0
MARGIN = 34.0
# Nothing is looked at more closely than about 400 metres.
LEAST_DEGREES = 0.004


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the globe, in degrees."""

    south: float
    west: float
    north: float
    east: float

    @classmethod
    def around(cls, positions: Iterable[Position]) -> Box | None:
        """The smallest box that holds all, not smaller than can be looked at; None without positions."""
        found = list(positions)
        if not found:
            return None
        latitudes, longitudes = zip(*found, strict=True)
        box = cls(min(latitudes), min(longitudes), max(latitudes), max(longitudes))
        lat, lon = (max(0.0, LEAST_DEGREES - size) / 2 for size in (box.north - box.south, box.east - box.west))
        return cls(box.south - lat, box.west - lon, box.north + lat, box.east + lon)

    @classmethod
    def parse(cls, text: str) -> Box | None:
        """The box of an address, "south,west,north,east"; None for anything else."""
        parts = text.split(",")
        if len(parts) != 4 or len(text) > 60:
            return None
        try:
            south, west, north, east = (float(part) for part in parts)
        except ValueError:
            return None
        if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):  # what is not a number fails here too
            return None
        return cls.around([(south, west), (north, east)])

    def __str__(self) -> str:
        return ",".join(f"{degrees:.4f}" for degrees in (self.south, self.west, self.north, self.east))

    def holds(self, position: Position) -> bool:
        """Whether the position is inside, allowing for what printing rounds away."""
        latitude, longitude = position
        near = 0.0001
        return self.south - near <= latitude <= self.north + near and self.west - near <= longitude <= self.east + near


class Projection:
    """Draws a box `WIDTH` wide, true in shape at its middle, with a margin for the pins at the edge."""

    def __init__(self, box: Box) -> None:
        self._squeeze = cos(radians((box.south + box.north) / 2)) or 1e-6
        across, up = (box.east - box.west) * self._squeeze, box.north - box.south
        self.height = min(MOST_HEIGHT, max(LEAST_HEIGHT, WIDTH * up / across))
        self._scale = min((WIDTH - 2 * MARGIN) / across, (self.height - 2 * MARGIN) / up)
        self._middle = ((box.south + box.north) / 2, (box.west + box.east) / 2)

    def point(self, position: Position) -> Point:
        """Where the position is drawn; y grows downwards."""
        north, east = position[0] - self._middle[0], position[1] - self._middle[1]
        x = WIDTH / 2 + east * self._squeeze * self._scale
        y = self.height / 2 - north * self._scale
        return round(x, 1), round(y, 1)


def clusters(points: Sequence[Point], apart: float) -> list[list[int]]:
    """The numbers of the points in groups: a point joins the first group whose first point is nearer than `apart`."""
    found: list[list[int]] = []
    for number, (x, y) in enumerate(points):
        near = (group for group in found if hypot(points[group[0]][0] - x, points[group[0]][1] - y) < apart)
        group = next(near, None)
        if group is None:
            found.append([number])
        else:
            group.append(number)
    return found


def hull(points: Iterable[Point]) -> list[Point]:
    """The convex hull, by Andrew's monotone chain; of fewer than three points, the points."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return [*_half(ordered)[:-1], *_half(ordered[::-1])[:-1]]


def _half(points: Sequence[Point]) -> list[Point]:
    chain: list[Point] = []
    for point in points:
        while len(chain) > 1 and _turns_right(chain[-2], chain[-1], point):
            chain.pop()
        chain.append(point)
    return chain


def _turns_right(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
