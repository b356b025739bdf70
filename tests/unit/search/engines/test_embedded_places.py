"""Distances against the haversine formula of the reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.embedded.fields import spot_of
from search.engines.embedded.places import Places, point_of
from tests.contracts.search.reference import kilometres

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
in_denmark = st.tuples(st.floats(54.5, 57.8), st.floats(8, 15.2))


@given(points, points)
def test_distance_is_that_of_the_great_circle(one: tuple[float, float], other: tuple[float, float]) -> None:
    measured = Places([spot_of(other)]).distances(one)[spot_of(other)]
    assert measured == pytest.approx(kilometres(one, other), rel=1e-9, abs=0.2)


@given(in_denmark, in_denmark)
def test_distance_within_the_country_is_right_to_the_metre(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    measured = Places([spot_of(other)]).distances(one)[spot_of(other)]
    assert measured == pytest.approx(kilometres(one, other), abs=0.001)


@given(points)
def test_key_of_a_place_says_exactly_where_it_is(point: tuple[float, float]) -> None:
    assert point_of(spot_of(point)) == point


def test_places_are_walked_outward_and_equally_far_ones_together() -> None:
    here, north, south, far = "55.0,11.0", "56.0,11.0", "54.0,11.0", "57.0,11.0"
    walked = Places([far, south, here, north]).outward((55.0, 11.0))
    assert [set(keys) for _km, keys in walked] in (
        [{here}, {north, south}, {far}],
        [{here}, {north}, {south}, {far}],
        [{here}, {south}, {north}, {far}],
    )
    assert [km for km, _keys in walked] == sorted(km for km, _keys in walked)
    assert Places([far, south, here, north]).within((55.0, 11.0), 112.0) == [south, here, north]
