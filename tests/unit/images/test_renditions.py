"""What is made beforehand is what pages ask for."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from images.renditions import FORMATS, SPECS, WIDTHS

TEMPLATES = Path(settings.BASE_DIR) / "templates"


def test_pictures_of_the_templates_are_those_that_are_prepared():
    tags = [
        tag for path in TEMPLATES.rglob("*.html") for tag in re.findall(r"{% picture (.*?) %}", path.read_text("utf-8"))
    ]
    assert tags
    for tag in tags:
        assert re.search(r"format-{([\w,]+)}", tag)[1].split(",") == list(FORMATS)
        assert [int(width) for width in re.search(r"width-{([\d,]+)}", tag)[1].split(",")] == list(WIDTHS)
        assert "sizes=" in tag


def test_smaller_format_comes_first_and_each_is_prepared_once():
    assert FORMATS[0] == "avif"
    assert len(set(SPECS)) == len(SPECS) == len(FORMATS) * len(WIDTHS) + 1
