"""The palette against WCAG 2.2: text at 7:1 (AAA), borders of controls at 3:1, in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

THEMES = (Path(settings.BASE_DIR) / "frontend" / "scss" / "_themes.scss").read_text(encoding="utf-8")
GROUNDS = ("paper", "surface", "sunk")
TINTS = ("sky", "sage", "peach", "honey")
TEXT = [
    *((ink, ground) for ink in ("ink", "ink-soft", "link", "link-visited") for ground in GROUNDS),
    *(("ink", tint) for tint in (*TINTS, "error-light", "mark")),
    *((f"{tint}-ink", tint) for tint in TINTS),
    ("error", "error-light"),
    ("on-primary", "primary"),
    ("on-primary", "primary-strong"),
]
CONTROLS = [
    *((line, ground) for line in ("line-strong", "focus") for ground in GROUNDS),
    *(("primary", ground) for ground in GROUNDS),
    ("sage-ink", "sage"),
]


def palette(theme: str) -> dict[str, str]:
    """The custom properties of a theme as "#rrggbb"."""
    body = re.search(rf"@mixin {theme} {{(.*?)\n}}", THEMES, re.DOTALL)
    assert body
    found = dict(re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", body[1]))
    return {name: value if len(value) == 6 else "".join(char * 2 for char in value) for name, value in found.items()}


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, glossary)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("000000", "ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_is_at_least_seven_to_one(theme, ink, ground):
    colours = palette(theme)
    assert contrast(colours[ink], colours[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_controls_stand_out_at_least_three_to_one(theme, line, ground):
    colours = palette(theme)
    assert contrast(colours[line], colours[ground]) >= 3


def test_both_themes_name_the_same_colours():
    assert palette("light").keys() == palette("dark").keys()
