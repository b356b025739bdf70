from search.language.suggestions import Phrase, Suggester

SUGGESTER = Suggester(
    [
        Phrase("Fællesspisning", 5),
        Phrase("Spis i fællesskab", 2),
        Phrase("Fællessang", 3),
        Phrase("Gåture", 4),
        Phrase("fællesspisning", 1),
    ]
)


def test_beginning_of_phrase_comes_first_then_the_heavier():
    assert SUGGESTER.suggest("fæl") == ["Fællesspisning", "Fællessang", "Spis i fællesskab"]


def test_spelt_out_letters_find_the_same():
    assert SUGGESTER.suggest("gaa") == ["Gåture"]


def test_nothing_typed_suggests_nothing():
    assert SUGGESTER.suggest("  ") == []


def test_limit_holds():
    assert len(SUGGESTER.suggest("f", limit=1)) == 1
