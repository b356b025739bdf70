import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.compounds import parts, split


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("spisefællesskab", ("spise", "fællesskab")),
        ("motionscaféen", ("motion", "cafe")),
        ("gåklub", ("gå", "klub")),
        ("vandregruppe", ("vandre", "gruppe")),
        ("besøgsvennerne", ("besøg", "ven")),
        ("sangkor", ("sang", "kor")),
        ("kørestol", ("køre", "stol")),
    ],
)
def test_compound_is_split(word, expected):
    assert split(word) == expected


@pytest.mark.parametrize(
    "word", ["fællesskab", "venskab", "hverdag", "korsør", "vandring", "menneske", "søster", "ung", ""]
)
def test_simple_word_stays_whole(word):
    assert split(word) == ()


def test_parts_go_all_the_way_down():
    assert parts("brætspilsaften") == ("brætspil", "bræt", "spil", "aften")


@given(st.text(alphabet="abdefghiklmnoprstuvyæøå", max_size=30))
def test_split_never_fails_and_parts_are_words(word):
    assert all(part for part in parts(word))
