"""What the drawings are put together of: people, trees, furniture, houses."""

from __future__ import annotations

from dataclasses import dataclass

from .canvas import BARK, FAR, GREEN, HEIGHT, LEAF, LIGHT, MID, NEAR, RED, STONE, SUN, WALL, WIDTH, WOOD, Canvas


@dataclass(frozen=True, slots=True)
class Looks:
    """How somebody looks; `hair` is "short", "long", "bun", "bald", "cap" or "scarf"."""

    clothes: str
    skin: str
    hair: str = "short"
    hair_colour: str = "#4a3527"
    trousers: str = "#3f4f55"


AGNES = Looks("#14524a", "#e9c3a3", "bun", "#e8e4dc", "#54443c")
BENT = Looks("#b1583a", "#e3b794", "bald", "#d9d4ca", "#3f4f55")
SARA = Looks("#6fa8bd", "#b98563", "scarf", "#7c4f63", "#3d4a3e")
JONAS = Looks("#f0b54e", "#e9c3a3", "short", "#8a5a3b", "#2c4a57")
MALIK = Looks("#5f7f9f", "#8a5d42", "short", "#2b211c", "#54443c")
KIRSTEN = Looks("#c98aa0", "#efcfb4", "long", "#b9a38c", "#3f4f55")
IDA = Looks("#7fa37a", "#f0cdb0", "long", "#a0683c", "#2c4a57")
OLE = Looks("#8d7aa3", "#d9a985", "cap", "#54443c", "#4b4b43")


def person(
    c: Canvas, x: float, foot: float, looks: Looks, *, size: float = 1.0, step: float = 0, lean: float = 0
) -> None:
    """Somebody standing at `x` with the feet at `foot`; `step` parts the legs, `lean` moves the head sideways."""
    hip, shoulder = foot - 78 * size, foot - 168 * size
    for side in (-1, 1):
        c.line(
            [(x + side * 11 * size, hip), (x + side * (11 + step) * size, foot - 7 * size)], looks.trousers, 19 * size
        )
        c.ellipse(x + side * (11 + step) * size + 4 * size, foot - 5 * size, 15 * size, 7 * size, "#2b2723")
    body(c, x, hip + 14 * size, looks, size=size, top=shoulder)
    head(c, x + lean * size, shoulder - 30 * size, looks, size=size)


def body(c: Canvas, x: float, bottom: float, looks: Looks, *, size: float = 1.0, top: float) -> None:
    """A soft torso from `bottom` up to `top`."""
    half = 34 * size
    c.polygon(
        [(x - half, bottom), (x - half * 0.92, top + half), (x + half * 0.92, top + half), (x + half, bottom)],
        looks.clothes,
    )
    c.ellipse(x, top + half, half * 0.92, half * 0.98, looks.clothes)
    c.ellipse(x, bottom, half, 8 * size, looks.clothes)


def seated(c: Canvas, x: float, bottom: float, looks: Looks, *, size: float = 1.0, lean: float = 0) -> None:
    """The upper part of somebody who sits; `bottom` is where table or seat hides the rest."""
    top = bottom - 104 * size
    body(c, x, bottom, looks, size=size, top=top)
    head(c, x + lean * size, top - 30 * size, looks, size=size)


def head(c: Canvas, x: float, y: float, looks: Looks, *, size: float = 1.0) -> None:
    r = 27 * size
    if looks.hair == "long":
        c.box(x - r * 1.12, y - r * 0.6, r * 2.24, r * 2.1, looks.hair_colour, r * 0.9)
    if looks.hair == "scarf":
        c.ellipse(x, y + r * 0.25, r * 1.28, r * 1.35, looks.hair_colour)
    c.box(x - r * 0.36, y + r * 0.5, r * 0.72, r * 0.9, looks.skin, r * 0.3)
    c.circle(x, y, r, looks.skin)
    _hair(c, x, y, r, looks)


def _hair(c: Canvas, x: float, y: float, r: float, looks: Looks) -> None:
    colour = looks.hair_colour
    if looks.hair == "bald":
        for side in (-1, 1):
            c.circle(x + side * r * 0.92, y - r * 0.05, r * 0.22, colour)
        return
    if looks.hair == "scarf":
        c.polygon(
            [(x - r * 1.05, y - r * 0.1), (x - r * 0.8, y - r), (x + r * 0.8, y - r), (x + r * 1.05, y - r * 0.1)],
            colour,
        )
        c.ellipse(x, y - r * 0.62, r * 0.98, r * 0.55, colour)
        c.ellipse(x, y + r * 0.22, r * 0.8, r * 0.72, looks.skin)
        return
    c.ellipse(x, y - r * 0.58, r * 1.02, r * 0.56, colour)
    if looks.hair == "cap":
        c.box(x - r * 0.2, y - r * 0.5, r * 1.6, r * 0.22, colour, r * 0.1)
    else:
        for side in (-1, 1):
            c.ellipse(x + side * r * 0.86, y - r * 0.3, r * 0.26, r * 0.42, colour)
    if looks.hair == "bun":
        c.circle(x, y - r * 1.28, r * 0.42, colour)


def arm(
    c: Canvas,
    shoulder: tuple[float, float],
    elbow: tuple[float, float],
    hand: tuple[float, float],
    looks: Looks,
    *,
    size: float = 1.0,
) -> None:
    c.line([shoulder, elbow, hand], looks.clothes, 17 * size)
    c.circle(*hand, 9.5 * size, looks.skin)


def landscape(c: Canvas, *, sun: float | None = 730) -> None:
    """Sky, sun and three rows of hills; the ground is from about 470 down."""
    if sun is not None:
        c.circle(sun, 150, 66, SUN)
    c.hill([(0, 330), (200, 280), (420, 320), (660, 270), (960, 320)], FAR)
    c.hill([(0, 400), (260, 350), (520, 400), (760, 360), (960, 390)], MID)
    c.hill([(0, 470), (240, 455), (520, 475), (760, 450), (960, 470)], NEAR)


def room(c: Canvas, *, floor: float = 490, window: float | None = 700) -> None:
    """A wall with a window on green, and a floor."""
    c.box(0, floor, WIDTH, HEIGHT - floor, STONE)
    c.box(0, floor, WIDTH, 8, "#c9bfae")
    if window is not None:
        c.box(window, 90, 190, 190, WALL, 8)
        c.box(window + 12, 102, 166, 166, "#cfe3ec")
        c.polygon(
            [
                (window + 12, 268),
                (window + 12, 220),
                (window + 70, 196),
                (window + 130, 222),
                (window + 178, 206),
                (window + 178, 268),
            ],
            MID,
        )
        c.circle(window + 134, 142, 20, SUN)
        c.box(window + 90, 102, 10, 166, WALL)
        c.box(window - 12, 276, 214, 14, WALL, 5)


def tree(c: Canvas, x: float, foot: float, *, size: float = 1.0, colour: str = LEAF) -> None:
    c.box(x - 8 * size, foot - 90 * size, 16 * size, 92 * size, BARK, 5)
    for dx, dy, r in ((-36, -118, 44), (34, -114, 46), (0, -158, 54)):
        c.circle(x + dx * size, foot + dy * size, r * size, colour)


def bush(c: Canvas, x: float, foot: float, *, size: float = 1.0, colour: str = LEAF) -> None:
    for dx, dy, r in ((-28, -18, 24), (26, -16, 24), (0, -32, 32)):
        c.circle(x + dx * size, foot + dy * size, r * size, colour)
    c.box(x - 46 * size, foot - 20 * size, 92 * size, 20 * size, colour, 10 * size)


def house(
    c: Canvas, x: float, foot: float, *, size: float = 1.0, wall: str = WALL, roof: str = RED, door: str = GREEN
) -> None:
    width, height = 230 * size, 150 * size
    c.box(x + width * 0.72, foot - height - 96 * size, 26 * size, 60 * size, roof)
    c.polygon(
        [
            (x - 22 * size, foot - height),
            (x + width / 2, foot - height - 104 * size),
            (x + width + 22 * size, foot - height),
        ],
        roof,
    )
    c.box(x, foot - height, width, height, wall)
    c.box(x + width * 0.6, foot - 98 * size, 52 * size, 98 * size, door, 6 * size)
    c.circle(x + width * 0.6 + 42 * size, foot - 48 * size, 4 * size, LIGHT)
    c.box(x + width * 0.14, foot - 106 * size, 66 * size, 60 * size, LIGHT, 4 * size)
    c.box(x + width * 0.14 + 30 * size, foot - 106 * size, 6 * size, 60 * size, wall)


def table(c: Canvas, x: float, y: float, width: float, *, floor: float = 560, colour: str = WOOD) -> None:
    """A table seen from the side, its top at `y`."""
    for leg in (x + 34, x + width - 48):
        c.box(leg, y + 10, 16, floor - y - 10, BARK, 4)
    c.box(x, y, width, 22, colour, 8)


def cup(c: Canvas, x: float, y: float, colour: str = "#ffffff", *, size: float = 1.0) -> None:
    """A cup standing on `y`."""
    c.arc(x + 24 * size, y - 20 * size, 10 * size, -100, 100, colour, 6 * size)
    c.box(x - 22 * size, y - 38 * size, 44 * size, 38 * size, colour, 9 * size)
    c.box(x - 22 * size, y - 38 * size, 44 * size, 14 * size, colour)
    c.ellipse(x, y - 37 * size, 20 * size, 5 * size, "#7a4b2e")


def steam(c: Canvas, x: float, y: float) -> None:
    c.curve([(x, y), (x - 8, y - 14), (x + 6, y - 28), (x - 4, y - 44)], WALL, 5)


def note(c: Canvas, x: float, y: float, colour: str, *, size: float = 1.0) -> None:
    c.line([(x + 11 * size, y), (x + 11 * size, y - 52 * size), (x + 34 * size, y - 42 * size)], colour, 6 * size)
    c.ellipse(x, y, 14 * size, 10 * size, colour)


def bench(c: Canvas, x: float, seat: float, width: float) -> None:
    for dy in (-58, -34):
        c.box(x, seat + dy, width, 15, WOOD, 5)
    c.box(x - 8, seat, width + 16, 17, WOOD, 6)
    for leg in (x + 20, x + width - 32):
        c.box(leg, seat - 60, 12, 124, BARK, 4)


def path(c: Canvas, *, colour: str = "#f3e3c6") -> None:
    """A path from the lower edge into the hills."""
    c.blob([(330, 640), (420, 560), (560, 500), (640, 452), (664, 452), (640, 510), (610, 560), (640, 640)], colour)
