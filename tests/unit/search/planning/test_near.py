"""What a typed place means."""

from __future__ import annotations

import pytest

from search.plan import AnyOf
from search.planning.near import area_of, near_filter, origin_of, place_of, with_known_place
from search.query import Ignored, SearchQuery
from search.results import NearPlace
from search.schema import KeywordField
from search.understanding.places import AreaName, Gazetteer

GAZETTEER = Gazetteer(
    [
        AreaName("kommune", "Slagelse Kommune", None, ("4200", "4220"), (55.4, 11.35)),
        AreaName("korsoer", "Korsør", "kommune", ("4220",), (55.33, 11.14)),
        AreaName("agersoe", "Agersø", "kommune", ("4244",), None),
    ],
    [],
)


@pytest.mark.parametrize("typed", ["4220", "4220 Korsør", "Korsør", "korsør", "korsoer", "i Korsør", "55.33,11.14"])
def test_place_is_known_by_postcode_name_slug_and_point(typed):
    query = SearchQuery.parse({"naer": [typed]})

    assert area_of(query.near, GAZETTEER) == "korsoer"
    assert origin_of(query.near, GAZETTEER) == (55.33, 11.14)
    assert with_known_place(query, GAZETTEER) == query


@pytest.mark.parametrize("typed", ["9999", "Æblehaven", "42201", "Agersø"])
def test_place_that_cannot_be_measured_from_is_named_and_left_out(typed):
    query = with_known_place(SearchQuery.parse({"naer": [typed]}), GAZETTEER)

    assert query.near == ""
    assert [one.value.lower() for one in query.ignored] == [typed.lower()]
    assert query.ignored[0] == Ignored("naer", query.ignored[0].value)


def test_place_is_named_as_people_know_it():
    assert place_of("korsør", GAZETTEER) == NearPlace("Korsør", whole=False)
    assert place_of("slagelse kommune", GAZETTEER) == NearPlace("Slagelse Kommune", whole=True)
    assert [place_of(near, GAZETTEER) for near in ("4220", "55.33,11.14", "Æblehaven")] == [None] * 3


def test_all_of_a_kommune_is_near_to_it():
    everywhere = AnyOf(KeywordField.REACH, ("kommune",))
    for near, expected in (("Slagelse Kommune", True), ("Korsør", False), ("4200", False)):
        condition = near_filter(SearchQuery(near=near), GAZETTEER).condition
        assert (everywhere in condition.conditions) == expected
