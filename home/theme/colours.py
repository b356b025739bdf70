"""What follows from the two colours that a site chooses: their shades in light and dark, or why they will not do.

The grounds are those of frontend/scss/_themes.scss (tests/unit/home/theme/test_colours.py holds the two together).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .contrast import WHITE, contrast, darkened_until, lightened_until, lightness, with_lightness

PRIMARY, ACCENT = "#14524a", "#fdf0cb"
# WCAG 2.2: 1.4.3 for text, 1.4.11 for what has to be seen; the portal's own shades keep to 1.4.6.
TEXT, SHAPE, BEST = 4.5, 3.0, 7.0
# The darkest ground of the light theme, the lightest of the dark one, and the ink on each.
LIGHT_GROUND, LIGHT_INK = "#f3ece2", "#1d2b2a"
DARK_GROUND, DARK_INK = "#283231", "#f3eee5"
DARKEST_TEXT = "#08231e"
# The portal's own dark ground of accents: dim and mild, so that nothing glares at night.
DIM_LIGHTNESS, DIM_SATURATION = 0.15, 0.5


@dataclass(frozen=True, slots=True)
class Shades:
    """One theme's values of the custom properties that a site's colours change."""

    primary: str
    primary_strong: str
    on_primary: str
    honey: str
    honey_ink: str

    def properties(self) -> str:
        """As CSS declarations."""
        return (
            f"--primary:{self.primary};--primary-strong:{self.primary_strong};--on-primary:{self.on_primary};"
            f"--honey:{self.honey};--honey-ink:{self.honey_ink}"
        )


def light_shades(primary: str, accent: str) -> Shades:
    """In the light: the colours as chosen."""
    return Shades(
        primary=primary,
        primary_strong=with_lightness(primary, lightness(primary) * 0.7),
        on_primary=WHITE,
        honey=accent,
        honey_ink=darkened_until(accent, lambda shade: contrast(shade, accent) >= BEST),
    )


def dark_shades(primary: str, accent: str) -> Shades:
    """In the dark: the same hues, light where they were dark and dark where they were light."""
    bright = lightened_until(
        primary, lambda shade: contrast(shade, DARK_GROUND) >= BEST and contrast(shade, DARKEST_TEXT) >= BEST
    )
    dim = darkened_until(
        with_lightness(accent, DIM_LIGHTNESS, most_saturation=DIM_SATURATION),
        lambda shade: contrast(shade, DARK_INK) >= BEST and contrast(shade, bright) >= SHAPE,
    )
    return Shades(
        primary=bright,
        primary_strong=with_lightness(bright, lightness(bright) + (1 - lightness(bright)) * 0.4),
        on_primary=DARKEST_TEXT,
        honey=dim,
        honey_ink=lightened_until(accent, lambda shade: contrast(shade, dim) >= BEST),
    )


def fault_of_primary(primary: str) -> str:
    """Why the colour will not do for buttons, in words that say what to choose instead; "" when it will."""

    def readable(shade: str) -> bool:
        return contrast(WHITE, shade) >= TEXT and contrast(shade, LIGHT_GROUND) >= SHAPE

    if readable(primary):
        return ""
    return _(
        "Farven er for lys: hvid tekst på den har kontrasten %(found)s til 1. Den skal være mindst %(needed)s til 1. "
        "Vælg en mørkere farve. %(proposal)s er den samme farve, lige mørk nok."
    ) % {
        "found": _number(contrast(WHITE, primary)),
        "needed": _number(TEXT),
        "proposal": darkened_until(primary, readable),
    }


def fault_of_accent(accent: str, primary: str) -> str:
    """Why the colour will not do as a ground behind text and buttons; "" when it will."""

    def readable(shade: str) -> bool:
        return contrast(LIGHT_INK, shade) >= BEST and contrast(primary, shade) >= SHAPE

    if readable(accent):
        return ""
    return _(
        "Farven er for mørk: tekst på den har kontrasten %(found)s til 1. Den skal være mindst %(needed)s til 1. "
        "Vælg en lysere farve. %(proposal)s er den samme farve, lige lys nok."
    ) % {
        "found": _number(contrast(LIGHT_INK, accent)),
        "needed": _number(BEST),
        "proposal": lightened_until(accent, readable),
    }


def _number(value: float) -> str:
    # Rounded down, so that what is too little never reads as enough.
    return f"{int(value * 10) / 10:.1f}".replace(".", ",")
