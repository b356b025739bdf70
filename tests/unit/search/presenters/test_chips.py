import datetime

from search.presenters.addresses import Addresses
from search.presenters.chips import chosen, corrections, understood
from search.query import SearchQuery
from search.results import Chip, Correction, NearPlace

from .answers import answer, facet

NOTHING = frozenset[str]()


def words(query: SearchQuery, names=None, hidden=NOTHING, **parts) -> list[str]:
    return [chip.words for chip in chosen(answer(query, **parts), Addresses(), names or {}, hidden)]


def test_understood_links_to_the_question_without_it():
    chip = Chip("area", "korsoer", "Korsør", 4, 10, SearchQuery(text="kor"))
    (link,) = understood(answer(SearchQuery(text="kor korsør"), understood=(chip,)), Addresses())
    assert (link.words, link.address) == ("Korsør", "/indsatskatalog/?q=kor")


def test_corrections_link_to_the_question_spelt_right():
    (link,) = corrections([Correction("gåturr", "gåtur", SearchQuery(text="gåtur"))], Addresses())
    assert (link.words, link.address) == ("gåtur", "/indsatskatalog/?q=g%C3%A5tur")


def test_chosen_says_the_facets_words_and_takes_away_one_value():
    query = SearchQuery(text="kor", weekdays=("man", "tir"))
    chips = chosen(
        answer(query, facets=(facet("dag", ("man", "Mandag", 1), ("tir", "Tirsdag", 1)),)), Addresses(), {}, NOTHING
    )
    assert [chip.words for chip in chips] == ["Mandag", "Tirsdag"]
    assert chips[0].address == "/indsatskatalog/?q=kor&dag=tir"


def test_chosen_names_organisers_and_shows_an_unknown_slug_as_it_is():
    query = SearchQuery(organisations=("koret", "ukendt"))
    assert words(query, names={"koret": "Koret på Kanten"}) == ["Koret på Kanten", "ukendt"]


def test_chosen_leaves_out_the_part_one_is_on():
    assert words(SearchQuery(types=("opsoegende",)), hidden=frozenset({"type"})) == []


def test_chosen_says_distance_age_and_dates():
    query = SearchQuery(
        near="4220", radius=5, age=72, date_from=datetime.date(2026, 12, 1), date_to=datetime.date(2026, 12, 24)
    )
    assert words(query) == ["Højst 5 km fra 4220", "72 år", "Fra 1. december 2026", "Til 24. december 2026"]


def test_chosen_a_point_on_the_map_is_you_and_a_place_has_its_name():
    assert words(SearchQuery(near="55.33,11.14")) == ["Højst 10 km fra dig"]
    assert words(SearchQuery(near="korsør"), near=NearPlace("Korsør", whole=False)) == ["Højst 10 km fra Korsør"]


def test_chosen_a_kommune_is_all_of_it():
    assert words(SearchQuery(near="odsherred"), near=NearPlace("Odsherred Kommune", whole=True)) == [
        "I og omkring Odsherred Kommune"
    ]
