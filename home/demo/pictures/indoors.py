"""Drawings of meetings under a roof."""

from __future__ import annotations

import math

from .canvas import (
    BARK,
    DEEP,
    GREEN,
    GREY,
    HONEY,
    INK,
    LEAF,
    LIGHT,
    NIGHT,
    PEACH,
    RED,
    ROSE,
    SKY,
    STONE,
    SUN,
    WALL,
    WHITE,
    WIDTH,
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
    SARA,
    arm,
    cup,
    person,
    room,
    seated,
    steam,
    table,
)


def coffee() -> Canvas:
    c = Canvas(PEACH)
    room(c, window=384)
    seated(c, 300, 450, AGNES, size=1.35, lean=6)
    seated(c, 660, 450, MALIK, size=1.35, lean=-6)
    table(c, 200, 440, 560)
    cup(c, 360, 440, size=1.2)
    steam(c, 358, 382)
    cup(c, 590, 440, RED, size=1.2)
    steam(c, 588, 382)
    c.ellipse(476, 438, 66, 9, WHITE)
    c.box(432, 396, 88, 38, "#e9bf87", 12)
    c.box(432, 396, 88, 14, WALL, 7)
    for x in (452, 476, 500):
        c.circle(x, 393, 7, RED)
    return c


def meal() -> Canvas:
    c = Canvas(HONEY)
    room(c, window=None)
    for x in (220, 480, 740):
        c.line([(x, 0), (x, 88)], GREY, 4)
        c.polygon([(x - 52, 132), (x - 26, 88), (x + 26, 88), (x + 52, 132)], RED)
        c.ellipse(x, 132, 24, 9, LIGHT)
    for x, looks in ((170, BENT), (330, SARA), (480, KIRSTEN), (630, JONAS), (790, AGNES)):
        seated(c, x, 442, looks, size=1.12)
    table(c, 70, 430, 820)
    for x in (170, 330, 630, 790):
        c.ellipse(x, 428, 46, 9, WHITE)
        c.ellipse(x, 422, 26, 10, LEAF)
    c.box(426, 372, 108, 56, DEEP, 14)
    c.box(410, 384, 140, 12, DEEP, 6)
    c.ellipse(480, 374, 52, 10, "#d98a4a")
    return c


def phone() -> Canvas:
    c = Canvas(SKY)
    room(c, window=None)
    c.box(0, 0, 480, 490, PEACH)
    for x, looks, side in ((230, AGNES, 1), (730, JONAS, -1)):
        c.box(x - 122, 320, 244, 200, RED if side > 0 else WOOD, 44)
        seated(c, x, 486, looks, size=1.35)
        c.box(x - 118, 470, 236, 50, "#c56a4b" if side > 0 else "#a06d4a", 22)
        hand = (x + side * 42, 326)
        arm(c, (x + side * 38, 408), (x + side * 74, 396), hand, looks)
        c.box(hand[0] - 9, hand[1] - 34, 18, 50, INK, 7)
    c.box(474, 0, 12, 490, WALL)
    c.box(300, 120, 150, 78, WHITE, 34)
    c.polygon([(310, 180), (340, 190), (296, 226)], WHITE)
    c.box(512, 160, 150, 78, WHITE, 34)
    c.polygon([(650, 220), (620, 230), (668, 264)], WHITE)
    for x, y in ((345, 159), (375, 159), (405, 159), (557, 199), (587, 199), (617, 199)):
        c.circle(x, y, 8, DEEP)
    return c


def visit() -> Canvas:
    c = Canvas(HONEY)
    c.box(0, 520, WIDTH, 80, STONE)
    c.box(0, 0, 560, 520, "#f3d9c3")
    c.box(560, 0, 400, 520, "#cfe3ec")
    c.hill([(0, 560), (480, 556), (960, 560)], STONE)
    c.box(330, 110, 230, 420, WALL)
    c.box(346, 126, 198, 404, "#e9c79f")
    c.polygon([(346, 126), (284, 100), (284, 552), (346, 530)], GREEN)
    c.circle(298, 330, 8, LIGHT)
    c.box(80, 150, 150, 170, WALL, 6)
    c.box(92, 162, 126, 146, LIGHT)
    c.box(150, 162, 9, 146, WALL)
    person(c, 440, 534, AGNES, size=1.35, lean=4)
    person(c, 690, 560, MALIK, size=1.4, lean=-4)
    arm(c, (654, 366), (610, 400), (584, 384), MALIK, size=1.2)
    c.polygon([(556, 388), (612, 388), (598, 426), (570, 426)], WALL)
    for x, y, colour in ((566, 366, RED), (588, 356, SUN), (606, 372, ROSE)):
        c.line([(x, y), (584, 396)], LEAF, 5)
        c.circle(x, y, 16, colour)
    return c


def candle() -> Canvas:
    c = Canvas("#e9dfd2")
    c.box(270, 60, 420, 400, WALL, 10)
    c.box(292, 82, 376, 356, NIGHT)
    for x, y in ((340, 130), (420, 190), (560, 120), (620, 210), (500, 160)):
        c.circle(x, y, 4, HONEY)
    c.hill([(0, 472), (480, 470), (960, 472)], WOOD)
    c.box(230, 452, 500, 30, WALL, 8)
    c.box(474, 82, 12, 356, WALL)
    c.circle(400, 300, 70, "#4a5c55")
    c.circle(400, 300, 44, "#7d7a56")
    c.box(376, 340, 48, 112, HONEY, 8)
    c.line([(400, 340), (400, 326)], INK, 4)
    c.blob([(400, 272), (416, 304), (410, 324), (390, 324), (384, 304)], SUN)
    c.blob([(400, 292), (408, 310), (404, 322), (396, 322), (392, 310)], WHITE)
    c.box(560, 382, 60, 70, DEEP, 14)
    for x, y, colour in ((560, 330, ROSE), (592, 306, WHITE), (624, 334, ROSE)):
        c.curve([(590, 390), (588, 360), (x, y)], LEAF, 6)
        for angle in range(0, 360, 60):
            c.circle(x + 13 * math.cos(math.radians(angle)), y + 13 * math.sin(math.radians(angle)), 11, colour)
        c.circle(x, y, 8, SUN)
    return c


def circle_talk() -> Canvas:
    c = Canvas("#e6eee0")
    room(c, window=690)
    c.ellipse(450, 560, 330, 50, "#e9c9ad")
    for x, y, looks, size in ((300, 450, MALIK, 1.15), (450, 436, AGNES, 1.1), (600, 450, IDA, 1.15)):
        c.box(x - 50 * size, y - 74, 100 * size, 120, WOOD, 14)
        seated(c, x, y, looks, size=size)
        c.box(x - 40 * size, y - 12, 80 * size, 40, looks.trousers, 16)
        for side in (-1, 1):
            c.line([(x + side * 22, y + 14), (x + side * 24, y + 84)], looks.trousers, 20)
    for x, looks in ((190, KIRSTEN), (715, BENT)):
        c.box(x - 56, 420, 112, 140, BARK, 16)
        seated(c, x, 524, looks, size=1.3, lean=6 if x < 400 else -6)
        c.box(x - 46, 506, 92, 60, looks.trousers, 18)
    c.box(410, 520, 84, 12, WOOD, 6)
    c.box(446, 526, 12, 50, BARK)
    cup(c, 446, 520, RED, size=0.8)
    return c


def together() -> Canvas:
    c = Canvas(PEACH)
    c.box(0, 540, WIDTH, 60, STONE)
    c.box(500, 80, 460, 460, WALL)
    c.box(640, 200, 180, 340, "#e9c79f", 8)
    c.box(652, 212, 156, 328, LIGHT)
    c.box(560, 120, 340, 54, GREEN, 10)
    for x in range(585, 860, 38):
        c.box(x, 140, 24, 14, WALL, 4)
    c.circle(170, 140, 60, SUN)
    person(c, 290, 570, AGNES, size=1.4, step=8, lean=4)
    person(c, 400, 570, IDA, size=1.45, step=8, lean=-3)
    arm(c, (330, 392), (350, 434), (372, 424), AGNES, size=1.2)
    return c


def sport_indoors() -> Canvas:
    c = Canvas(SKY)
    room(c, window=None, floor=500)
    for x in (140, 380, 620):
        c.box(x, 70, 180, 90, WALL, 8)
        c.box(x + 10, 80, 160, 70, "#cfe3ec")
    c.ellipse(480, 570, 420, 34, "#c9b48f")
    for x, looks, side in ((200, BENT, -1), (390, KIRSTEN, 1), (580, MALIK, -1), (770, AGNES, 1)):
        person(c, x, 572, looks, size=1.2, step=8)
        for arm_side in (-1, 1):
            hand = (x + arm_side * (62 if arm_side == side else 70), 310 if arm_side == side else 400)
            arm(c, (x + arm_side * 34, 400), (x + arm_side * 62, 366 if arm_side == side else 420), hand, looks)
    return c
