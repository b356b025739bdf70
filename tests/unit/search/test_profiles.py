"""Accessibility in the person's own words."""

import pytest

from search.profiles import NEEDS, Profile, answer, features_of

STEP_FREE, WHEELCHAIR = "trinfri_adgang", "koerestolsvenlig"


def test_every_profile_stands_for_something():
    assert set(NEEDS) == set(Profile)
    assert all(NEEDS.values())


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({STEP_FREE: True, WHEELCHAIR: True}, True),
        ({STEP_FREE: True}, None),
        ({}, None),
        ({STEP_FREE: True, WHEELCHAIR: False}, False),
        ({WHEELCHAIR: False}, False),
    ],
)
def test_one_no_is_a_no_and_yes_takes_them_all(answers, expected):
    assert answer(Profile.WHEELCHAIR, answers, somewhere=True) is expected


def test_what_comes_to_the_person_has_no_door_but_may_still_be_noisy():
    assert answer(Profile.WHEELCHAIR, {WHEELCHAIR: False}, somewhere=False) is True
    assert answer(Profile.TRANSPORT, {}, somewhere=False) is True
    assert answer(Profile.QUIET, {}, somewhere=False) is None


def test_features_of_profiles_and_features_are_named_once():
    assert features_of(["jeg-bruger-koerestol", WHEELCHAIR, "elevator"]) == (STEP_FREE, WHEELCHAIR, "elevator")
