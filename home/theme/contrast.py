"""Colours as "#rrggbb", and how well they can be told apart (WCAG 2.2, glossary: contrast ratio)."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

BLACK, WHITE = "#000000", "#ffffff"


def luminance(colour: str) -> float:
    """Relative luminance: 0 for black, 1 for white."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lightness(colour: str) -> float:
    """From 0 (black) to 1 (white), as HSL has it."""
    return colorsys.rgb_to_hls(*_parts(colour))[1]


def with_lightness(colour: str, wanted: float, *, most_saturation: float = 1.0) -> str:
    """The same hue, lighter or darker, and no stronger than `most_saturation` (0 is grey)."""
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    parts = colorsys.hls_to_rgb(hue, wanted, min(saturation, most_saturation))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def darkened_until(colour: str, good: Callable[[str], bool]) -> str:
    """The colour itself when it is good, or the nearest darker one of the same hue that is; black at the end."""
    return _moved_until(colour, 0.0, good)


def lightened_until(colour: str, good: Callable[[str], bool]) -> str:
    """The colour itself when it is good, or the nearest lighter one of the same hue that is; white at the end."""
    return _moved_until(colour, 1.0, good)


def _moved_until(colour: str, end: float, good: Callable[[str], bool]) -> str:
    start, steps = lightness(colour), 200
    if good(colour):
        return colour
    for step in range(1, steps + 1):
        moved = with_lightness(colour, start + (end - start) * step / steps)
        if good(moved):
            return moved
    return BLACK if end == 0.0 else WHITE


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue
