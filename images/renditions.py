"""The sizes and formats in which the portal shows pictures, so that they can be made before somebody waits for them.

tests/unit/images/test_renditions.py holds this list against the templates.
"""

from __future__ import annotations

# A phone, a phone with a sharp screen or a desk, and a desk with a sharp screen.
WIDTHS = (480, 720, 1080)
# The smallest first: browsers take the first that they know.
FORMATS = ("avif", "webp", "jpeg")
# What is shown where somebody sends a page on: cut around the focal point.
SOCIAL = "fill-1200x630|format-jpeg|jpegquality-70"

# Written in the order of the templates: another order is another file.
SPECS = (*(f"format-{name}|width-{width}" for name in FORMATS for width in WIDTHS), SOCIAL)
