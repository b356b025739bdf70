"""A sheet to draw on: coordinates of 960 × 600, drawn at twice the size and scaled down, which makes smooth edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 960, 600
SCALE = 2

# The portal's own palette.
SKY, PAPER, WALL = "#dcebf2", "#fbf3e6", "#fff8ec"
SUN, LIGHT, HONEY = "#f6c665", "#ffd98a", "#fdf0cb"
FAR, MID, NEAR, LEAF = "#dde7d3", "#c2d6b9", "#9dbf9f", "#5f9470"
GREEN, INK, RED, WOOD, BARK = "#14524a", "#1d2b2a", "#b1583a", "#8a5a3b", "#6b4a35"
PEACH, ROSE, WATER, DEEP, STONE, GREY = "#fbe3d2", "#e2a083", "#a9cfdd", "#6fa8bd", "#d8cfc0", "#a79f92"
WHITE, NIGHT = "#ffffff", "#2c4a57"

Point = tuple[float, float]


class Canvas:
    """Shapes in the sheet's coordinates; later ones lie on top."""

    def __init__(self, background: str) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), background)
        self._draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[Point], colour: str) -> None:
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: str) -> None:
        """An ellipse by its centre and its half axes."""
        self._draw.ellipse([(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE], fill=colour)

    def circle(self, x: float, y: float, r: float, colour: str) -> None:
        self.ellipse(x, y, r, r, colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A rectangle by its upper left corner, with rounded corners when `radius` is given."""
        corners = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self._draw.rounded_rectangle(corners, radius=radius * SCALE, fill=colour)

    def line(self, points: Sequence[Point], colour: str, width: float) -> None:
        """A line with round ends and corners."""
        self._draw.line([(x * SCALE, y * SCALE) for x, y in points], fill=colour, width=round(width * SCALE))
        for x, y in points:
            self.circle(x, y, width / 2, colour)

    def curve(self, points: Sequence[Point], colour: str, width: float) -> None:
        self.line(smooth(points), colour, width)

    def arc(self, x: float, y: float, r: float, start: float, end: float, colour: str, width: float) -> None:
        """Part of a circle from `start` to `end`, in degrees clockwise from the right."""
        steps = [math.radians(start + (end - start) * step / 40) for step in range(41)]
        self.line([(x + r * math.cos(angle), y + r * math.sin(angle)) for angle in steps], colour, width)

    def hill(self, tops: Sequence[Point], colour: str) -> None:
        """Ground below a soft line through `tops`, from edge to edge."""
        self.polygon([(0, HEIGHT), *smooth(tops), (WIDTH, HEIGHT)], colour)

    def blob(self, points: Sequence[Point], colour: str) -> None:
        """A soft closed shape through the points."""
        self.polygon(smooth([points[-1], *points, points[0], points[1]])[20:-20], colour)

    def png(self) -> bytes:
        """The sheet as a PNG with few colours: flat drawings need no more, and the file is a tenth."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        out = BytesIO()
        small.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()


def smooth(points: Sequence[Point], steps: int = 20) -> list[Point]:
    """A Catmull-Rom curve through the points."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve += [_between(before, start, end, after, step / steps) for step in range(steps)]
    return [*curve, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def one(p0: float, p1: float, p2: float, p3: float) -> float:
        linear, square, cube = p2 - p0, 2 * p0 - 5 * p1 + 4 * p2 - p3, 3 * p1 - p0 - 3 * p2 + p3
        return 0.5 * (2 * p1 + linear * t + square * t * t + cube * t * t * t)

    return one(a[0], b[0], c[0], d[0]), one(a[1], b[1], c[1], d[1])
