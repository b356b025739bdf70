from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search.language.analysis import analyse, index_keys, index_text, joined_key, word_key
from search.language.characters import keyboard, plain

FAMILIES = [
    line.split() for line in Path(__file__).with_name("inflections.txt").read_text("utf-8").splitlines() if line
]
DANISH_WORDS = st.text(alphabet="abcdefghijklmnoprstuvyæøå", min_size=1, max_size=20)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_forms_of_one_word_share_a_key(family):
    assert {word_key(form) for form in family} == {word_key(family[0])}


def test_different_words_keep_different_keys():
    first_forms = [family[0] for family in FAMILIES]
    same = [(a, b) for a, b in combinations(first_forms, 2) if word_key(a) == word_key(b)]
    # A verb and the noun of the same stem may meet.
    assert same == [("besøg", "besøge"), ("cykel", "cykle")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("gaatur", "gåtur"),
        ("spisefaellesskab", "spisefællesskab"),
        ("KORSØR", "korsør"),
        ("caféen", "cafeen"),
        ("mænd", "maend"),
    ],
)
def test_spelling_variants_share_a_key(written, meant):
    assert word_key(written) == word_key(meant)


@pytest.mark.parametrize("word", ["poesi", "kanoen", "duoen", "israel"])
def test_danish_word_with_two_vowels_is_left_alone(word):
    assert "ø" not in word_key(word) and "æ" not in word_key(word)


def test_compound_key_is_that_of_its_parts():
    assert word_key("spisefællesskab") == joined_key(word_key("spise"), word_key("fællesskab"))
    assert word_key("motionscafé") == joined_key(word_key("motions"), word_key("café"))


def test_index_keys_hold_compound_parts_and_verbs_under_a_tilde():
    assert list(index_keys("Motionscaféen")) == ["motion-caf", "~motion", "~caf"]
    assert "~vandr" in index_keys("vandringer")


def test_index_keys_leave_stop_words_out():
    assert index_text("jeg er på en gåtur") == index_text("gåtur")


def test_analysed_words_keep_their_place():
    [word] = [word for word in analyse("En tur i Slagelse") if word.text == "slagelse"]
    assert (word.start, word.end, word.is_stop) == (9, 17, False)


@given(st.text(max_size=200))
@example("\ufc5e")  # an Arabic accent that stands alone: its parts are a space and the accent
def test_keys_have_no_spaces_and_are_repeatable(text):
    keys = list(index_keys(text))
    assert all(key and not any(char.isspace() for char in key) for key in keys)
    assert index_text(text).split() == keys == list(index_keys(text))


@given(DANISH_WORDS)
def test_letter_case_never_matters(word):
    assert index_text(word.upper()) == index_text(word)


@given(st.text(alphabet="bdfghijklmnprstuvyæøå", max_size=20))
def test_spelt_out_letters_look_the_same_on_any_keyboard(word):
    assert keyboard(plain(word)) == keyboard(word)
