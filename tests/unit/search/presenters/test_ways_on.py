from search.presenters.addresses import Addresses
from search.presenters.ways_on import ways_on
from search.query import SearchQuery
from search.results import Relaxation

from .answers import answer

WIDER = (Relaxation("uden kørestol", SearchQuery(text="kor"), 12),)


def test_ways_on_from_nothing_are_wider_questions_with_counts():
    way = ways_on(answer(relaxations=WIDER), Addresses()).ways[0]
    assert (way.words, way.address, way.count) == ("uden kørestol", "/indsatskatalog/?q=kor", 12)


def test_ways_on_from_nothing_without_wider_questions_are_the_doors_and_everything():
    addresses = [way.address for way in ways_on(answer(), Addresses()).ways]
    assert addresses == [
        "/indsatskatalog/opsoegende/",
        "/indsatskatalog/forebyggende/",
        "/indsatskatalog/relationelle/",
        "/indsatskatalog/",
    ]


def test_ways_on_are_not_shown_where_enough_fits():
    assert ways_on(answer(total=30, relaxations=WIDER), Addresses()) is None


def test_ways_on_are_shown_where_much_was_found_but_nothing_fits_exactly():
    assert ways_on(answer(total=30, relaxations=WIDER, fits_exactly=False), Addresses())
