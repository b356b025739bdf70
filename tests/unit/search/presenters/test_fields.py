import pytest

from search.presenters.fields import fields_of, notices_of, problems_of
from search.query import MAX_TEXT, SearchQuery


@pytest.mark.parametrize(
    ("name", "value"), [("naer", "!æblehaven"), ("alder", "gammel"), ("fra", "i morgen"), ("til", "2026-13-01")]
)
def test_problems_of_what_cannot_be_read_names_the_field_and_the_value(name, value):
    (problem,) = problems_of(SearchQuery.parse({name: [value]}))
    assert problem.field == name
    assert value in problem.words


def test_problems_of_dates_in_the_wrong_order():
    (problem,) = problems_of(SearchQuery.parse({"fra": ["2026-12-24"], "til": ["2026-12-01"]}))
    assert (problem.field, problem.words) == ("til", "Den sidste dag ligger før den første. Byt om på de to datoer.")


def test_problems_of_a_good_question_are_none():
    assert problems_of(SearchQuery.parse({"naer": ["4220"], "alder": ["72"], "fra": ["2026-12-01"]})) == []


def test_fields_of_give_back_what_could_not_be_read():
    fields = fields_of(SearchQuery.parse({"naer": ["!æblehaven"], "alder": ["gammel"]}))
    assert (fields.near, fields.age, fields.wrong) == ("!æblehaven", "gammel", {"naer", "alder"})
    assert fields.near_open
    assert fields.age_open


def test_fields_of_an_age_of_zero_is_an_age():
    assert fields_of(SearchQuery(age=0)).age == "0"


def test_fields_of_offer_the_chosen_radius_also_when_it_is_unusual():
    chosen = [radius.words for radius in fields_of(SearchQuery(near="4220", radius=7)).radii if radius.chosen]
    assert chosen == ["7 km"]


def test_notices_of_a_long_text_and_unknown_values():
    query = SearchQuery.parse({"q": ["a" * (MAX_TEXT + 1)], "dag": ["ugedag"], "pris": ["dyrt"]})
    long, unknown = notices_of(query)
    assert "lang" in long
    assert "ugedag, dyrt" in unknown
