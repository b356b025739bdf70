"""The site's own colours: what is readable is let through, what is not is refused with a colour that is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from home.theme import colours
from home.theme.colours import ACCENT, PRIMARY, dark_shades, fault_of_accent, fault_of_primary, light_shades
from home.theme.contrast import contrast
from home.theme.stylesheet import address, stylesheet, version

THEMES = (Path(settings.BASE_DIR) / "frontend" / "scss" / "_themes.scss").read_text(encoding="utf-8")
LIGHT, DARK = THEMES.split("@mixin dark")
any_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    # As the calculators of WebAIM and the W3C's own examples have them.
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(first, second, ratio):
    assert contrast(first, second) == pytest.approx(ratio, abs=0.02)
    assert contrast(second, first) == contrast(first, second)


def test_own_colours_are_readable_and_need_no_style_sheet():
    assert (fault_of_primary(PRIMARY), fault_of_accent(ACCENT, PRIMARY)) == ("", "")
    assert stylesheet(PRIMARY, ACCENT) == ""


@pytest.mark.parametrize(
    ("name", "theme", "value"),
    [
        ("primary", LIGHT, PRIMARY),
        ("honey", LIGHT, ACCENT),
        ("sunk", LIGHT, colours.LIGHT_GROUND),
        ("ink", LIGHT, colours.LIGHT_INK),
        ("sunk", DARK, colours.DARK_GROUND),
        ("ink", DARK, colours.DARK_INK),
        ("on-primary", DARK, colours.DARKEST_TEXT),
    ],
)
def test_grounds_are_those_of_the_themes(name, theme, value):
    assert re.search(rf"--{name}: (#\w+);", theme)[1] == value


def test_colour_that_is_too_light_is_refused_with_one_that_is_not():
    fault = fault_of_primary("#4caf50")
    assert "kontrasten 2,7 til 1" in fault
    proposal = re.search(r"#[0-9a-f]{6}", fault)[0]
    assert fault_of_primary(proposal) == ""


def test_accent_that_is_too_dark_is_refused_with_one_that_is_not():
    fault = fault_of_accent("#b06000", PRIMARY)
    assert "Vælg en lysere farve" in fault
    assert fault_of_accent(re.search(r"#[0-9a-f]{6}", fault)[0], PRIMARY) == ""


@given(any_colour, any_colour)
def test_whatever_is_chosen_is_refused_or_readable_in_light_and_dark(primary, accent):
    if fault_of_primary(primary) or fault_of_accent(accent, primary):
        return
    light, dark = light_shades(primary, accent), dark_shades(primary, accent)
    assert contrast(light.on_primary, light.primary) >= 4.5
    assert contrast(light.on_primary, light.primary_strong) >= 4.5
    assert contrast(light.honey_ink, light.honey) >= 7
    assert contrast(light.primary, light.honey) >= 3
    assert contrast(dark.on_primary, dark.primary) >= 7
    assert contrast(dark.on_primary, dark.primary_strong) >= 7
    assert contrast(dark.primary, colours.DARK_GROUND) >= 3
    assert contrast(dark.primary, dark.honey) >= 3
    assert contrast(colours.DARK_INK, dark.honey) >= 7
    assert contrast(dark.honey_ink, dark.honey) >= 7


@given(any_colour)
def test_proposal_is_always_good(primary):
    fault = fault_of_primary(primary)
    if fault:
        assert fault_of_primary(re.findall(r"#[0-9a-f]{6}", fault)[-1]) == ""


def test_style_sheet_has_both_themes_and_an_address_of_its_own():
    css = stylesheet("#004d80", "#e0f0ff")
    assert ":root{--primary:#004d80;" in css
    assert "@media (prefers-color-scheme:dark){:root{--primary:#" in css
    assert address(css) == f"/tema.css?v={version(css)}"
    assert version(css) != version(stylesheet("#004d81", "#e0f0ff"))
