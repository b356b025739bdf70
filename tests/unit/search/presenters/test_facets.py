from catalogue.models import Area
from catalogue.queries.areas import Kommune
from search.presenters.facets import facet_groups

from .answers import facet

KOMMUNER = [Kommune(Area(slug="slagelse", name="Slagelse"), (Area(slug="korsoer", name="Korsør"),))]
NOTHING = frozenset[str]()


def test_facet_groups_stand_in_our_order_and_unknown_ones_last():
    facets = [facet("nyt", ("a", "A", 1)), facet("pris", ("gratis", "Gratis", 2)), facet("dag", ("man", "Mandag", 1))]
    assert [group.name for group in facet_groups(facets, [], NOTHING)] == ["dag", "pris", "nyt"]


def test_facet_groups_keep_values_that_would_give_nothing():
    (group,) = facet_groups([facet("dag", ("man", "Mandag", 0), ("tir", "Tirsdag", 4))], [], NOTHING)
    assert [(choice.words, choice.count) for choice in group.choices] == [("Mandag", 0), ("Tirsdag", 4)]


def test_facet_groups_put_areas_under_their_kommune():
    areas = facet("omraade", ("korsoer", "Korsør", 3), ("slagelse", "Slagelse", 5), ("andet", "Andet", 1))
    (group,) = facet_groups([areas], KOMMUNER, NOTHING)
    assert [choice.value for choice in group.choices] == ["slagelse", "andet"]
    assert [part.value for part in group.choices[0].parts] == ["korsoer"]
    assert not group.choices[0].open


def test_facet_groups_open_the_kommune_of_a_chosen_area():
    areas = facet("omraade", ("korsoer", "Korsør", 3), ("slagelse", "Slagelse", 5), chosen="korsoer")
    (group,) = facet_groups([areas], KOMMUNER, NOTHING)
    assert group.choices[0].open
    assert group.chosen == 1


def test_facet_groups_leave_out_the_hidden_and_the_empty():
    assert facet_groups([facet("type", ("a", "A", 1)), facet("sprog")], [], frozenset({"type"})) == []


def test_facet_groups_are_open_when_something_in_them_is_chosen():
    facets = [facet("pris", ("gratis", "Gratis", 2), chosen="gratis"), facet("sprog", ("en", "Engelsk", 2))]
    assert [group.open for group in facet_groups(facets, [], NOTHING)] == [True, False]


def test_accessibility_is_asked_in_the_persons_words_first():
    answers = facet("adgang", ("jeg-hoerer-daarligt", "Jeg hører dårligt", 3), ("teleslynge", "Teleslynge", 4))
    own, exact = facet_groups([answers], [], NOTHING)
    assert (own.name, [choice.words for choice in own.choices]) == ("adgang", ["Jeg hører dårligt"])
    assert (exact.name, [choice.words for choice in exact.choices]) == ("adgang", ["Teleslynge"])
