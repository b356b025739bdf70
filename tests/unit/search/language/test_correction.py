import pytest

from search.language.correction import correct
from search.language.lexicon import Lexicon

LEXICON = Lexicon.of_texts(
    [
        "Spisefællesskab og fællesspisning",
        "Strikkecafé",
        "Gåtur i Korsør",
        "Petanque og svømning",
        "Pårørende til mennesker med demens",
        "Sorggruppe for mænd",
        "Ensomhed",
        "Pensionister mødes til yoga",
        "Ensomhed er svær",
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gatur", "gåtur"),
        ("korsor", "korsør"),
        ("petank", "petanque"),
        ("svømming", "svømning"),
        ("emsomhed", "ensomhed"),
        ("srikkecafe", "strikkecafe"),
        ("spisefelleskab", "spisefællesskab"),
        ("sorgrupe", "sorggruppe"),
        ("mænnd", "mænd"),
        ("joga", "yoga"),
        ("pensonist", "pensionist"),
    ],
)
def test_misspelt_word_is_corrected(typed, meant):
    correction = correct(typed, LEXICON)
    assert correction is not None
    assert correction.meant == meant


@pytest.mark.parametrize(
    "word", ["opera", "byggetilladelse", "klaverundervisning", "gåtur", "gåturen", "jeg", "yg", "4220", "zumba"]
)
def test_right_or_unknown_word_is_left_alone(word):
    assert correct(word, LEXICON) is None


def test_very_long_word_is_left_alone():
    assert correct("ensomhed" * 1000, LEXICON) is None
