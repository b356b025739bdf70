"""Drawings of what happens outside."""

from __future__ import annotations

import math

from .canvas import (
    BARK,
    DEEP,
    HONEY,
    INK,
    LEAF,
    MID,
    NEAR,
    PEACH,
    RED,
    ROSE,
    SKY,
    STONE,
    SUN,
    WATER,
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
    OLE,
    SARA,
    arm,
    bench,
    bush,
    house,
    landscape,
    path,
    person,
    seated,
    tree,
)


def walk() -> Canvas:
    c = Canvas(SKY)
    landscape(c)
    tree(c, 130, 470, size=1.2)
    tree(c, 850, 460, colour="#7cab82")
    bush(c, 250, 486)
    path(c)
    person(c, 430, 560, AGNES, step=9, lean=3)
    arm(c, (404, 420), (392, 462), (400, 500), AGNES)
    person(c, 520, 560, MALIK, step=10, lean=-3)
    arm(c, (546, 420), (560, 462), (552, 502), MALIK)
    return c


def talking_bench() -> Canvas:
    c = Canvas(PEACH)
    landscape(c, sun=220)
    tree(c, 800, 480, size=1.5)
    c.hill([(0, 520), (300, 506), (640, 520), (960, 504)], MID)
    seated(c, 400, 492, KIRSTEN, size=1.15, lean=4)
    seated(c, 520, 492, OLE, size=1.15, lean=-4)
    bench(c, 310, 486, 320)
    return c


def garden() -> Canvas:
    c = Canvas(HONEY)
    landscape(c)
    house(c, 60, 470, size=0.9)
    person(c, 640, 548, IDA, lean=-4)
    arm(c, (612, 408), (580, 446), (566, 470), IDA)
    c.box(520, 466, 56, 42, DEEP, 8)
    c.line([(524, 480), (486, 456)], DEEP, 9)
    c.arc(548, 462, 22, 180, 360, DEEP, 7)
    c.box(250, 520, 260, 58, WOOD, 6)
    c.box(250, 548, 260, 5, BARK)
    for number, x in enumerate(range(276, 500, 44)):
        c.curve([(x, 522), (x - 3, 500), (x + 2, 478)], LEAF, 7)
        for side in (-1, 1):
            c.ellipse(x + side * 13, 496, 13, 7, LEAF)
        c.circle(x + 2, 470, 13, (RED, SUN, ROSE)[number % 3])
    return c


def water() -> Canvas:
    c = Canvas(SKY)
    c.circle(250, 170, 70, SUN)
    c.hill([(0, 300), (240, 270), (520, 300), (960, 262)], MID)
    c.hill([(0, 330), (300, 334), (640, 328), (960, 332)], WATER)
    for y, colour in ((420, "#94c2d3"), (500, DEEP)):
        c.hill([(x, y + 12 * math.sin(x / 60)) for x in range(0, WIDTH + 1, 40)], colour)
    for x, y, looks in ((330, 410, AGNES), (520, 430, BENT), (700, 404, SARA)):
        c.circle(x, y - 38, 32, looks.skin)
        c.ellipse(x, y - 54, 33, 22, ("#e2725b", "#f6c665", "#14524a")[(x // 100) % 3])
        c.ellipse(x, y + 4, 62, 16, "#94c2d3")
    for x in range(0, WIDTH, 160):
        c.curve([(x, 520), (x + 40, 508), (x + 80, 520), (x + 120, 508)], "#bfe0ea", 5)
    return c


def bicycle() -> Canvas:
    c = Canvas(PEACH)
    landscape(c, sun=760)
    c.hill([(0, 530), (480, 520), (960, 532)], STONE)
    for x in (330, 590):
        c.arc(x, 500, 58, 0, 360, INK, 8)
        c.circle(x, 500, 8, INK)
    c.line([(330, 500), (430, 500), (540, 410), (400, 410), (330, 500)], RED, 10)
    c.line([(430, 500), (394, 392)], RED, 10)
    c.line([(590, 500), (536, 380), (560, 368)], RED, 10)
    c.box(366, 380, 62, 15, INK, 7)
    c.line([(402, 388), (462, 432), (440, 500)], AGNES.trousers, 22)
    c.ellipse(448, 506, 18, 8, "#2b2723")
    seated(c, 402, 396, AGNES, size=1.05, lean=8)
    arm(c, (420, 316), (488, 352), (552, 370), AGNES)
    c.box(586, 368, 64, 46, WOOD, 8)
    c.circle(606, 362, 16, SUN)
    c.circle(630, 360, 15, ROSE)
    return c


def fishing() -> Canvas:
    c = Canvas("#fbe8d6")
    c.circle(480, 250, 84, SUN)
    c.hill([(0, 300), (240, 286), (520, 302), (960, 280)], MID)
    c.hill([(0, 330), (480, 334), (960, 328)], WATER)
    for x, y in ((120, 400), (420, 420), (640, 380), (300, 520), (700, 540)):
        c.line([(x, y), (x + 90, y)], "#cfe6ee", 5)
    for x in (610, 720, 840):
        c.box(x, 430, 16, 140, BARK, 4)
    c.box(560, 420, 400, 24, WOOD, 4)
    seated(c, 700, 424, OLE, size=1.1)
    c.line([(676, 424), (640, 430), (632, 486)], OLE.trousers, 22)
    arm(c, (676, 340), (640, 370), (610, 364), OLE)
    c.line([(612, 366), (420, 230)], BARK, 5)
    c.line([(420, 230), (404, 420)], INK, 2)
    c.circle(404, 424, 9, RED)
    seated(c, 820, 424, JONAS, size=1.0, lean=-4)
    c.box(752, 388, 38, 34, DEEP, 6)
    return c


def dog() -> Canvas:
    c = Canvas(HONEY)
    landscape(c, sun=180)
    tree(c, 790, 470, size=1.3)
    path(c)
    person(c, 400, 556, KIRSTEN, step=8)
    arm(c, (426, 416), (452, 456), (470, 470), KIRSTEN)
    c.curve([(470, 470), (520, 500), (566, 486)], RED, 4)
    c.box(560, 490, 112, 46, WOOD, 22)
    for x in (578, 600, 636, 656):
        c.box(x, 520, 13, 44, WOOD, 6)
    c.curve([(668, 502), (694, 486), (700, 462)], WOOD, 12)
    c.circle(560, 480, 32, WOOD)
    c.ellipse(534, 490, 20, 13, "#b98563")
    c.circle(520, 486, 6, INK)
    c.ellipse(574, 466, 11, 22, BARK)
    return c


def ball() -> Canvas:
    c = Canvas(SKY)
    landscape(c, sun=800)
    c.hill([(0, 500), (480, 488), (960, 500)], "#8fb98f")
    c.box(690, 330, 200, 10, WHITE, 4)
    for x in (690, 882):
        c.box(x, 330, 10, 180, WHITE, 4)
    for x in range(716, 880, 26):
        c.line([(x, 340), (x, 500)], "#cfe0d0", 2)
    person(c, 300, 556, JONAS, step=14, lean=4)
    arm(c, (274, 416), (246, 440), (232, 474), JONAS)
    person(c, 470, 548, SARA, step=10)
    arm(c, (496, 408), (526, 430), (548, 414), SARA)
    c.circle(384, 544, 25, WHITE)
    for angle in range(0, 360, 72):
        c.circle(384 + 15 * math.cos(math.radians(angle)), 544 + 15 * math.sin(math.radians(angle)), 5, INK)
    return c


def trip() -> Canvas:
    c = Canvas(SKY)
    landscape(c, sun=200)
    tree(c, 860, 466, size=1.1)
    c.hill([(0, 500), (480, 494), (960, 500)], STONE)
    c.hill([(0, 568), (480, 562), (960, 568)], NEAR)
    c.box(210, 330, 520, 190, RED, 34)
    c.box(210, 440, 520, 18, PEACH)
    for x, looks in ((300, AGNES), (400, BENT), (500, SARA), (600, OLE)):
        c.box(x - 42, 352, 84, 82, "#dff0f5", 12)
        c.circle(x, 400, 21, looks.skin)
        c.ellipse(x, 386, 22, 12, looks.hair_colour)
        c.box(x - 26, 418, 52, 16, looks.clothes, 6)
    c.box(660, 360, 52, 150, "#dff0f5", 12)
    for x in (310, 620):
        c.circle(x, 520, 40, INK)
        c.circle(x, 520, 17, STONE)
    return c


def calm() -> Canvas:
    c = Canvas("#fbe3d2")
    c.circle(480, 270, 130, SUN)
    c.hill([(0, 380), (220, 330), (480, 380), (760, 326), (960, 372)], MID)
    c.hill([(0, 470), (300, 452), (640, 474), (960, 452)], NEAR)
    tree(c, 150, 486, size=1.3)
    tree(c, 830, 480, size=1.1, colour="#7cab82")
    c.ellipse(480, 546, 170, 22, RED)
    c.line([(412, 528), (480, 540), (548, 528)], IDA.trousers, 36)
    seated(c, 480, 530, IDA, size=1.25)
    arm(c, (444, 430), (410, 474), (426, 512), IDA)
    arm(c, (516, 430), (550, 474), (534, 512), IDA)
    return c


def pram() -> Canvas:
    c = Canvas(HONEY)
    landscape(c, sun=760)
    tree(c, 160, 470, size=1.3)
    path(c)
    person(c, 400, 556, SARA, step=8)
    c.polygon([(520, 430), (660, 430), (636, 504), (544, 504)], DEEP)
    c.polygon([(590, 430), (660, 430), (652, 384), (620, 360), (590, 356)], "#5a8fa5")
    c.circle(556, 420, 17, "#efcfb4")
    c.line([(520, 432), (470, 420)], INK, 8)
    arm(c, (426, 416), (446, 448), (472, 424), SARA)
    for x in (556, 630):
        c.arc(x, 536, 22, 0, 360, INK, 6)
    person(c, 770, 548, MALIK, step=6, size=0.96)
    return c
