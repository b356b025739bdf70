"""The part of a picture that must be seen, chosen from a list."""

from __future__ import annotations

import pytest

from images.focus import CHOICES, PLACES, focal_point, where_it_is


@pytest.mark.parametrize("key", PLACES)
def test_a_chosen_part_is_the_one_that_is_told(key: str):
    for width, height in ((900, 600), (601, 1999), (1, 1), (2, 3)):
        point = focal_point(key, width, height)
        left, top = (
            point["focal_point_x"] - point["focal_point_width"] / 2,
            point["focal_point_y"] - point["focal_point_height"] / 2,
        )
        assert left >= -1 and top >= -1
        assert point["focal_point_x"] < width and point["focal_point_y"] < height
        if width > 2:
            assert where_it_is({**point, "width": width, "height": height}) == PLACES[key][0]


def test_the_parts_lie_where_their_names_say():
    assert focal_point("oppe-hoejre", 900, 600) == {
        "focal_point_x": 750,
        "focal_point_y": 100,
        "focal_point_width": 300,
        "focal_point_height": 200,
    }
    assert set(focal_point("ingen", 900, 600).values()) == {None}
    assert len({key for key, _words in CHOICES}) == 11


def test_nothing_is_told_without_a_focal_point():
    assert where_it_is({"focal_point_x": None, "focal_point_y": None, "width": 9, "height": 9}) == ""
