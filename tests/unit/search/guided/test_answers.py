"""Answers come from the address and go back into it, and mean a question of the search."""

import pytest

from search.guided.answers import Answers, Unknown
from search.guided.options import LIKED, MISSED, NEEDED, TIMES
from search.guided.questions import questions
from search.profiles import Profile
from search.query import MANY, PARAMETERS, SearchQuery
from search.schema import FACETS

ASKED = questions([])
ALL_OPTIONS = (*MISSED, *LIKED, *NEEDED, *TIMES)


def parsed(**parameters: list[str]) -> Answers:
    return Answers.parse(parameters, ASKED)


def test_answers_go_round_by_the_address():
    answers = parsed(savner=["gaa"], lide=["mad", "spil"], naar=["aften"])
    again: dict[str, list[str]] = {}
    for name, value in answers.parameters():
        again.setdefault(name, []).append(value)
    assert Answers.parse(again, ASKED) == answers
    assert [option.value for option in answers.options()] == ["gaa", "mad", "spil", "aften"]


def test_only_one_answer_is_taken_where_one_may_be_given():
    assert parsed(savner=["gaa", "spise"]).parameters() == [("savner", "spise")]


def test_what_is_no_answer_is_left_out_and_named():
    answers = parsed(savner=["<b>"], lide=["mad", "\x00"], andet=["mad"])
    assert answers.parameters() == [("lide", "mad")]
    assert answers.unknown[0] == Unknown("savner", "<b>")


def test_answers_are_a_search():
    query = parsed(savner=["lave"], lide=["gaming"], behov=["jeg-bruger-koerestol", "gratis"], naar=["weekend"]).query()
    assert query == SearchQuery(
        characters=("faellesskab", "oplevelse"),
        interests=("e-sport", "gaming"),
        accessibility=("jeg-bruger-koerestol",),
        prices=("gratis",),
        weekdays=("loer", "soen"),
    )


def test_needs_are_those_that_the_results_are_filtered_by():
    needs = [option for option in NEEDED if "accessibility" in option.meaning]
    assert [option.value for option in needs] == Profile.values
    assert all(option.meaning == {"accessibility": (option.value,)} for option in needs)


def test_no_answer_is_a_search_for_everything():
    assert parsed().query().is_empty
    assert parsed().is_empty


@pytest.mark.parametrize("option", ALL_OPTIONS, ids=lambda option: option.value)
def test_every_option_means_something_that_an_address_can_hold(option):
    names = {attribute: parameter for parameter, attribute in PARAMETERS.items()}
    for attribute, values in {**option.meaning, **option.unless}.items():
        parameter = names[attribute]
        assert parameter in FACETS
        allowed = MANY[parameter]
        assert allowed is None or set(values) <= set(allowed)
    query = SearchQuery(**{name: tuple(sorted(values)) for name, values in option.meaning.items()})
    assert (
        SearchQuery.parse({key: [v for k, v in query.parameters() if k == key] for key, _v in query.parameters()})
        == query
    )
