"""Codes that nobody guesses, and everybody can type."""

from __future__ import annotations

import re

from catalogue.choices import Language
from referral.slips.codes import new_code, new_key, read_typed
from referral.slips.fixed_words import ENGLISH, WORDS, words_in


def test_code_has_at_least_sixty_bits_and_no_letter_that_looks_like_another():
    codes = {new_code() for _time in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{13}", code) for code in codes)
    assert 13 * 5 >= 60
    # Every place takes every value: none of the bits is fixed.
    assert all(len({code[place] for code in codes}) > 25 for place in range(13))


def test_key_is_longer_than_the_code_and_another():
    assert len(new_key()) == 26


def test_what_is_typed_from_paper_is_forgiven():
    assert read_typed(" 8K2O-IL34 ") == "8k201134"


def test_what_is_too_long_is_no_code():
    assert len(read_typed("a" * 5000)) < 60


def test_what_postgresql_cannot_compare_is_left_out():
    assert read_typed("8k2\x00h34") == "8k2h34"
    assert read_typed("\x00") == ""


def test_languages_that_nobody_has_written_get_english():
    assert words_in(Language.GREENLANDIC) == (ENGLISH, "en")
    assert words_in("xx") == (ENGLISH, "en")


def test_every_language_says_everything():
    assert {"da", "en", "ar", "uk"} <= set(WORDS)
    for language, words in WORDS.items():
        said = [getattr(words, name) for name in words.__slots__]
        assert all(said), language
        assert len(set(said)) == len(said), language
