"""What fits in a text message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.sharing.sms import fitted, segments

LINK = "https://indsatser.example.dk/a/04hmasw"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("æøåÆØÅé" * 22, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        # A character of two units is not parted between two messages.
        ("a" * 152 + "€" + "a" * 152, 3),
        ("ж" * 70, 1),
        ("ж" * 71, 2),
        ("ж" * 135, 3),
        ("a" * 69 + "á", 1),
        ("a" * 70 + "á", 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_segments_are_counted_as_the_network_counts(text: str, count: int):
    assert segments(text) == count


@given(st.text(max_size=400), st.lists(st.text(max_size=200), max_size=5))
def test_message_is_two_segments_at_most_and_holds_the_link(title: str, pieces: list[str]):
    text = fitted(title, pieces, LINK)
    assert segments(text) <= 2
    assert text.endswith(LINK)


def test_what_matters_least_is_left_out_first():
    text = fitted("Kaffe", ["Mandag kl. 10", "Ring 00 11 22 33", "x" * 300], LINK)
    assert text == f"Kaffe\nMandag kl. 10\nRing 00 11 22 33\n{LINK}"


def test_typographic_characters_do_not_halve_the_room():
    text = fitted("»Kaffe« – og kage…", ["Den’s"], LINK)
    assert text.startswith('"Kaffe" - og kage...\nDen\'s\n')


def test_long_title_is_cut():
    text = fitted("Kaffe " * 100, [], LINK)
    assert text.split("\n")[0].endswith("...") and len(text) > 250
