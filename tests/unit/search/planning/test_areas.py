import pytest

from search.planning.areas import proposals, with_known_areas
from search.query import Ignored, SearchQuery
from tests.factories.knowledge import make_knowledge

GAZETTEER = make_knowledge().gazetteer


def test_area_that_nobody_knows_is_left_out_and_named():
    query = with_known_areas(SearchQuery(text="kor", areas=("ny-by", "nyborg")), GAZETTEER)
    assert (query.areas, query.ignored) == (("ny-by",), (Ignored("omraade", "nyborg"),))


def test_known_areas_are_left_as_they_are():
    query = SearchQuery(areas=("ny-by",))
    assert with_known_areas(query, GAZETTEER) is query


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nyborg", "ny-by"), ("orbaek", "ny-oerbaek"), ("sdr-hojrup", "ny-sdr-hoej"), ("ny-kommun", "ny-kommune")],
)
def test_areas_that_may_have_been_meant_are_proposed_the_likeliest_first(typed, meant):
    assert proposals(typed, GAZETTEER)[0] == meant


def test_area_like_no_other_has_the_kommuner_proposed():
    assert proposals("timbuktu", GAZETTEER) == ("ny-kommune",)
