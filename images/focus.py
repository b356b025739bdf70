"""The part of a picture that must be seen when it is cut, chosen from a list: without a mouse."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

NOWHERE = "ingen"
# The row and the column of a picture that is parted in three by three.
PLACES: dict[str, tuple[str, tuple[int, int]]] = {
    "oppe-venstre": (_("Øverst til venstre"), (0, 0)),
    "oppe": (_("Øverst i midten"), (0, 1)),
    "oppe-hoejre": (_("Øverst til højre"), (0, 2)),
    "venstre": (_("Til venstre"), (1, 0)),
    "midten": (_("I midten"), (1, 1)),
    "hoejre": (_("Til højre"), (1, 2)),
    "nede-venstre": (_("Nederst til venstre"), (2, 0)),
    "nede": (_("Nederst i midten"), (2, 1)),
    "nede-hoejre": (_("Nederst til højre"), (2, 2)),
}
CHOICES = [
    ("", _("Som det er nu")),
    *((key, words) for key, (words, _place) in PLACES.items()),
    (NOWHERE, _("Intet bestemt sted")),
]


def focal_point(key: str, width: int, height: int) -> dict[str, int | None]:
    """Wagtail's four fields for a choice: a third of the picture's width and height, around the middle of the part."""
    if key == NOWHERE:
        return dict.fromkeys(("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"))
    row, column = PLACES[key][1]
    return {
        "focal_point_x": width * (2 * column + 1) // 6,
        "focal_point_y": height * (2 * row + 1) // 6,
        "focal_point_width": max(width // 3, 1),
        "focal_point_height": max(height // 3, 1),
    }


def where_it_is(values: dict[str, Any]) -> str:
    """The part that a focal point lies in, in words; "" without one. Takes the image's width and height too."""
    x, y = values.get("focal_point_x"), values.get("focal_point_y")
    if x is None or y is None or not values["width"] or not values["height"]:
        return ""
    cell = (min(y * 3 // values["height"], 2), min(x * 3 // values["width"], 2))
    return next(str(words) for words, place in PLACES.values() if place == cell)
