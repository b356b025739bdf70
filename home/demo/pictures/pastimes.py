"""Drawings of what people do together under a roof."""

from __future__ import annotations

from .canvas import (
    BARK,
    DEEP,
    GREEN,
    GREY,
    HONEY,
    INK,
    LEAF,
    NIGHT,
    PAPER,
    PEACH,
    RED,
    ROSE,
    SKY,
    STONE,
    SUN,
    WALL,
    WHITE,
    WOOD,
    Canvas,
)
from .things import (
    AGNES,
    BENT,
    IDA,
    JONAS,
    KIRSTEN,
    MALIK,
    OLE,
    SARA,
    arm,
    cup,
    head,
    note,
    person,
    room,
    seated,
    table,
)


def song() -> Canvas:
    c = Canvas("#e6eee0")
    room(c, window=None)
    for x, y, colour in ((150, 180, GREEN), (270, 120, RED), (700, 110, DEEP), (820, 190, GREEN), (480, 90, WOOD)):
        note(c, x, y, colour, size=1.2)
    for x, looks in ((180, KIRSTEN), (330, MALIK), (480, AGNES), (630, OLE), (780, IDA)):
        person(c, x, 560, looks, size=1.1)
        c.ellipse(x, 354, 7, 9, "#7c3b32")
        c.box(x - 40, 432, 80, 50, WHITE, 4)
        c.box(x - 2, 432, 4, 50, STONE)
        for side in (-1, 1):
            c.circle(x + side * 38, 466, 10, looks.skin)
    return c


def books() -> Canvas:
    c = Canvas(PAPER)
    room(c, window=None)
    c.box(70, 80, 330, 410, BARK, 6)
    colours = (RED, GREEN, SUN, DEEP, ROSE, "#7c6a91", LEAF)
    for shelf in range(3):
        c.box(84, 96 + shelf * 130, 302, 116, "#4e3527")
        x = 92.0
        for number in range(11):
            width, height = 18 + (number * 7 + shelf * 5) % 11, 78 + (number * 13 + shelf * 17) % 30
            c.box(x, 212 + shelf * 130 - height, width, height, colours[(number + shelf * 2) % len(colours)], 2)
            x += width + 2
    c.box(560, 280, 250, 230, DEEP, 46)
    c.box(590, 380, 190, 110, "#87b8ca", 26)
    seated(c, 684, 478, BENT, size=1.3)
    c.polygon([(610, 418), (684, 434), (758, 418), (758, 476), (684, 492), (610, 476)], WHITE)
    c.line([(684, 434), (684, 490)], STONE, 4)
    for side in (-1, 1):
        c.box(684 + side * 132 - 28, 390, 56, 116, DEEP, 24)
        c.circle(684 + side * 70, 468, 12, BENT.skin)
    c.line([(880, 490), (880, 250)], BARK, 8)
    c.polygon([(824, 268), (850, 190), (910, 190), (936, 268)], SUN)
    return c


def craft() -> Canvas:
    c = Canvas("#f7e9ee")
    room(c, window=116)
    seated(c, 400, 450, KIRSTEN, size=1.35)
    seated(c, 620, 450, SARA, size=1.35)
    table(c, 220, 440, 600)
    for x, colour in ((300, RED), (740, DEEP), (520, SUN)):
        c.circle(x, 408, 33, colour)
        for angle in (20, 60, 100):
            c.arc(x, 408, 22, angle, angle + 110, WALL, 3)
    c.box(370, 380, 66, 56, LEAF, 6)
    for row in range(4):
        c.line([(374, 390 + row * 13), (432, 390 + row * 13)], "#87b38d", 3)
    c.line([(352, 366), (424, 396)], WOOD, 6)
    c.line([(454, 366), (382, 396)], WOOD, 6)
    arm(c, (366, 372), (338, 410), (362, 392), KIRSTEN)
    arm(c, (434, 372), (466, 410), (444, 392), KIRSTEN)
    c.box(590, 392, 62, 46, "#d98f5f", 10)
    c.box(584, 388, 74, 12, "#c97c4b", 6)
    return c


def games() -> Canvas:
    c = Canvas("#e6eee0")
    room(c, window=384)
    seated(c, 280, 450, OLE, size=1.35, lean=4)
    seated(c, 680, 450, IDA, size=1.35, lean=-4)
    table(c, 180, 440, 600)
    c.polygon([(390, 440), (570, 440), (546, 408), (414, 408)], WALL)
    for row in range(4):
        for column in range(8):
            if (row + column) % 2:
                continue
            top, bottom = row / 4, (row + 1) / 4

            def at(t: float, n: int) -> tuple[float, float]:
                left, right = 414 - 24 * t, 546 + 24 * t
                return left + (right - left) * n / 8, 408 + 32 * t

            c.polygon([at(top, column), at(top, column + 1), at(bottom, column + 1), at(bottom, column)], BARK)
    for x, colour in ((432, RED), (470, GREEN), (510, RED), (540, GREEN)):
        c.polygon([(x - 11, 424), (x - 4, 392), (x + 4, 392), (x + 11, 424)], colour)
        c.circle(x, 388, 9, colour)
    cup(c, 330, 440)
    cup(c, 640, 440, SUN)
    return c


def computer() -> Canvas:
    c = Canvas(SKY)
    room(c, window=120)
    seated(c, 470, 458, BENT, size=1.35)
    person(c, 660, 600, SARA, size=1.55, lean=-14)
    arm(c, (622, 420), (590, 410), (560, 384), SARA, size=1.2)
    table(c, 250, 450, 480)
    c.polygon([(396, 344), (544, 344), (556, 446), (384, 446)], INK)
    c.polygon([(406, 354), (534, 354), (544, 438), (396, 438)], GREY)
    c.circle(470, 396, 13, WALL)
    c.box(360, 440, 220, 12, GREY, 6)
    cup(c, 310, 450, RED)
    return c


def workshop() -> Canvas:
    c = Canvas(HONEY)
    room(c, window=None)
    c.box(120, 90, 720, 190, "#e5d3b3", 10)
    c.line([(200, 120), (200, 236)], WOOD, 16)
    c.box(170, 112, 62, 30, GREY, 5)
    c.polygon([(300, 130), (430, 168), (430, 186), (300, 206)], GREY)
    c.box(424, 150, 46, 54, WOOD, 12)
    c.line([(540, 120), (540, 200)], GREY, 10)
    c.box(526, 196, 28, 60, RED, 10)
    c.arc(650, 150, 26, 130, 410, GREY, 13)
    c.line([(650, 176), (650, 250)], GREY, 14)
    c.line([(760, 120), (760, 250)], SUN, 18)
    for y in range(140, 250, 22):
        c.line([(752, y), (762, y)], INK, 3)
    person(c, 330, 600, BENT, size=1.4)
    person(c, 640, 600, JONAS, size=1.45)
    c.box(110, 470, 740, 34, WOOD, 8)
    c.box(150, 500, 660, 100, BARK)
    c.box(150, 500, 660, 12, "#54392a")
    c.box(430, 400, 120, 70, "#d9a066", 4)
    c.polygon([(420, 402), (490, 346), (560, 402)], RED)
    c.circle(490, 436, 14, BARK)
    arm(c, (364, 424), (400, 452), (438, 456), BENT, size=1.2)
    arm(c, (606, 414), (580, 446), (548, 440), JONAS, size=1.2)
    return c


def dance() -> Canvas:
    c = Canvas("#f7e9ee")
    room(c, window=None, floor=510)
    for x in range(40, 960, 110):
        c.polygon([(x, 66), (x + 60, 66), (x + 30, 116)], (RED, SUN, DEEP, LEAF)[(x // 110) % 4])
    c.curve([(0, 60), (240, 74), (480, 60), (720, 74), (960, 60)], GREY, 4)
    person(c, 330, 570, AGNES, step=10, size=1.2, lean=5)
    person(c, 440, 570, OLE, step=10, size=1.25, lean=-5)
    arm(c, (362, 400), (390, 372), (386, 344), AGNES)
    arm(c, (412, 396), (400, 372), (386, 344), OLE)
    person(c, 620, 570, SARA, step=10, size=1.2, lean=5)
    person(c, 730, 570, JONAS, step=10, size=1.25, lean=-5)
    arm(c, (652, 400), (684, 408), (706, 420), SARA)
    note(c, 540, 240, GREEN, size=1.3)
    note(c, 190, 280, RED, size=1.1)
    note(c, 830, 250, DEEP, size=1.1)
    return c


def film() -> Canvas:
    c = Canvas(NIGHT)
    c.polygon([(170, 70), (790, 70), (770, 350), (190, 350)], PAPER)
    c.circle(620, 150, 40, SUN)
    c.polygon([(188, 330), (330, 220), (440, 330)], "#9dbf9f")
    c.polygon([(360, 340), (540, 190), (720, 340)], "#5f9470")
    c.polygon([(190, 350), (186, 318), (774, 318), (770, 350)], "#c2d6b9")
    for row, y in enumerate((470, 560)):
        for number, x in enumerate(range(90 + row * 70, 960, 150)):
            looks = (AGNES, MALIK, KIRSTEN, BENT, IDA, JONAS)[(number + row * 2) % 6]
            head(c, x, y - 66, looks)
            c.box(x - 56, y - 40, 112, 120, RED if row else "#8f4630", 22)
    return c


def culture() -> Canvas:
    c = Canvas(SKY)
    c.circle(800, 130, 54, SUN)
    c.hill([(0, 500), (480, 490), (960, 500)], STONE)
    c.polygon([(180, 220), (480, 90), (780, 220)], WALL)
    c.polygon([(250, 206), (480, 110), (710, 206)], PEACH)
    c.box(190, 220, 580, 26, STONE)
    for x in range(220, 740, 96):
        c.box(x, 246, 46, 220, WALL)
        c.box(x - 6, 246, 58, 14, STONE)
    c.box(432, 290, 96, 176, GREEN, 6)
    for step in range(3):
        c.box(170 - step * 22, 466 + step * 18, 620 + step * 44, 18, (WALL, "#eee3d0", "#e2d6c1")[step])
    person(c, 330, 574, KIRSTEN, size=1.0, lean=3)
    person(c, 410, 574, BENT, size=1.0, lean=-3)
    person(c, 640, 574, SARA, size=1.0)
    return c


def gaming() -> Canvas:
    c = Canvas("#dfe3f0")
    room(c, window=None)
    c.box(290, 80, 380, 230, INK, 14)
    c.box(304, 94, 352, 202, "#3d6b7d")
    c.polygon([(304, 296), (304, 240), (420, 180), (540, 250), (656, 210), (656, 296)], LEAF)
    c.circle(600, 140, 24, SUN)
    c.box(400, 208, 34, 34, RED, 6)
    c.box(180, 410, 600, 130, DEEP, 40)
    for x, looks in ((290, JONAS), (480, SARA), (670, MALIK)):
        seated(c, x, 500, looks, size=1.3)
        c.box(x - 46, 446, 92, 38, INK, 18)
        c.circle(x - 22, 464, 7, GREY)
        c.circle(x + 22, 464, 7, RED)
        for side in (-1, 1):
            c.circle(x + side * 46, 466, 12, looks.skin)
    c.box(170, 490, 620, 70, "#5a8fa5", 26)
    return c
