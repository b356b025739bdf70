import pytest

from catalogue.readability import lix, lix_of_all, long_sentences


def test_lix_of_a_known_text():
    assert lix("Solen skinner. Fuglene synger højt i morgenstunden.") == pytest.approx(7 / 2 + 100 * 3 / 7)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Kom kl. 10.30 i dag", 1),
        ("Se her: Kom nu!", 2),
        ("- Kaffe\n- Kage", 2),
        ("Det er 3.500 kr", 1),
        ("Hvad?! Nej", 2),
    ],
)
def test_sentences_end_where_people_take_a_breath(text, sentences):
    words = len(text.replace("-", "").split())
    assert lix(text) == pytest.approx(words / sentences)


def test_six_letters_are_not_long():
    assert lix("Morgen") == 1
    assert lix("Morgens") == 101


@pytest.mark.parametrize("text", ["", "  \n", "… !"])
def test_nothing_to_read_is_not_hard(text):
    assert lix(text) == 0


def test_texts_are_read_as_one_with_a_sentence_each_at_least():
    assert lix_of_all(["Kaffe", "Kage til alle"]) == 2


def test_sentences_of_more_than_twenty_words_are_long():
    twenty = " ".join(["Ord"] * 20)
    assert long_sentences(f"Kort. {twenty}. {twenty} til. Slut") == [f"{twenty} til"]
