"""Needs from plain values."""

import pytest

from referral.finder.assessment import any_of
from referral.finder.groups import groups_of
from referral.needs import Needs, needs_from


def test_needs_are_read_from_plain_values():
    needs = needs_from({"age": 79, "area": "sunds", "misses": ["samtale", "samtale"], "barriers": ["koerestol"]})
    assert needs == Needs(age=79, area="sunds", misses=("samtale",), barriers=("koerestol",))


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"misses": ["penge"]}, "penge"),
        ({"barriers": "koerestol"}, "a list is wanted"),
        ({"age": "gammel"}, "gammel"),
        ({"age": 400}, "400"),
        ({"referrer": "nabo"}, "nabo"),
        ({"name": "Agnes"}, "name"),
    ],
)
def test_needs_that_are_not_of_the_fixed_words_are_refused(values, named):
    with pytest.raises(ValueError, match=named):
        needs_from(values)


def test_needs_are_empty_until_something_is_said():
    assert Needs(referrer="kommune").is_empty
    assert not Needs(when=("aften",)).is_empty


def test_groups_follow_from_age_barriers_and_each_other():
    assert {"ældre", "bevægelseshandicap"} <= groups_of(Needs(age=80, barriers=("koerestol",)))
    assert {"unge", "unge voksne"} <= groups_of(Needs(age=22))
    assert "psykisk sårbarhed" in groups_of(Needs(situation=("angst",)))
    assert groups_of(Needs(age=45)) == set()


def test_several_good_signs_add_up_but_never_past_one():
    assert any_of([0.5, 0.5]) == 0.75
    assert any_of([]) == 0.0
    assert any_of([2.0, 0.1]) == 1.0
