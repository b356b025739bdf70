from hypothesis import given
from hypothesis import strategies as st

from search.answering.highlights import mark
from search.language.analysis import word_key
from search.language.characters import clean

KEYS = frozenset({word_key("gåtur"), "~" + word_key("kor")})


def test_sought_words_are_marked_in_any_form():
    assert mark("Fælles gåture, hver dag", KEYS) == (("Fælles ", False), ("gåture", True), (", hver dag", False))


def test_compound_is_marked_for_a_sought_part():
    assert mark("Sangkoret", KEYS) == (("Sangkoret", True),)


def test_text_without_a_match_is_one_segment():
    assert mark("Banko", KEYS) == (("Banko", False),)


@given(st.text(max_size=200))
def test_segments_joined_are_the_text(text):
    assert "".join(part for part, _marked in mark(text, KEYS)) == clean(text)
