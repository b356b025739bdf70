"""Boxes of an address, points of a drawing, and pins that are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.map.geometry import LEAST_DEGREES, MARGIN, WIDTH, Box, Projection, clusters, hull

degrees = st.tuples(st.floats(54, 58), st.floats(8, 13))


@given(st.lists(degrees, min_size=1, max_size=20))
def test_every_position_is_drawn_inside_the_margin(positions):
    box = Box.around(positions)
    assert box
    projection = Projection(box)
    for position in positions:
        x, y = projection.point(position)
        assert MARGIN - 0.1 <= x <= WIDTH - MARGIN + 0.1
        assert MARGIN - 0.1 <= y <= projection.height - MARGIN + 0.1


def test_north_is_up_and_east_is_right():
    projection = Projection(Box(55.0, 11.0, 56.0, 12.0))
    (west, south), (east, north) = projection.point((55.0, 11.0)), projection.point((56.0, 12.0))
    assert north < south and west < east


def test_one_position_has_room_around_it():
    box = Box.around([(55.3, 11.1)])
    assert box
    assert box.north - box.south == pytest.approx(LEAST_DEGREES)
    assert Box.around([]) is None


@given(st.lists(degrees, min_size=1, max_size=5))
def test_box_goes_round_by_the_address(positions):
    box = Box.around(positions)
    again = Box.parse(str(box))
    assert again
    assert all(again.holds(position) for position in positions)


@pytest.mark.parametrize(
    "text",
    ["", "1,2,3", "a,b,c,d", "nan,nan,nan,nan", "inf,0,inf,0", "56,11,55,12", "-91,0,0,0", "0,0,0,181", "1" * 99],
)
def test_what_is_no_box_is_none(text):
    assert Box.parse(text) is None


def test_clusters_hold_every_point_once_and_stand_apart():
    points = [(0.0, 0.0), (10.0, 0.0), (100.0, 0.0), (105.0, 5.0), (50.0, 50.0)]
    found = clusters(points, 32)
    assert found == [[0, 1], [2, 3], [4]]


def test_hull_leaves_out_what_is_inside():
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert set(hull([*square, (2.0, 2.0), (2.0, 0.0)])) == set(square)
    assert hull([(1.0, 1.0)]) == [(1.0, 1.0)]
