"""What may be about a person is never counted."""

from __future__ import annotations

import pytest

from search.log.wording import countable


@pytest.mark.parametrize(
    "text",
    [
        "010203-1234",
        "010203 1234 hjælp",
        "ring 00 11 22 33",
        "00112233",
        "+45 00 11 22 33",
        "karen@mail.example",
        "4220",
        "0 1 0 2 0 3",
        "min mand er død og jeg ved ikke hvor jeg skal gå hen",
        "a" * 61,
        "",
        "?!",
    ],
)
def test_it_is_left_out(text: str):
    assert countable(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("  Skak ", "skak"),
        ("Kor for 60+", "kor for 60+"),
        ("It-café", "itcafe"),
        ("Øl og æbler", "øl og æbler"),
        ("SKAK!", "skak"),
    ],
)
def test_the_same_words_are_counted_as_the_same(text: str, words: str):
    assert countable(text) == words
