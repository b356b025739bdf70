import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.characters import clean
from search.language.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café for 60+", ["cafe", "for", "60+"]),
        ("for 60 + i 4220 Korsør", ["for", "60+", "i", "4220", "korsør"]),
        ("IT-café og e-sport", ["itcafe", "og", "esport"]),
        ("Korsør's pc'er", ["korsør", "pc"]),
        ("Ring 00 58 10 11", ["ring", "00581011"]),
        ("+45 12 34 56 78", ["12345678"]),
        ("kl. 10.30-12", ["kl", "10.30", "12"]),
        ("LGBT+ personer", ["lgbt", "personer"]),
        ("ÆBLE ÜBER Ångström", ["æble", "uber", "ångstrøm"]),
        ("🙂 !!! \x00", []),
    ],
)
def test_tokens_of_ordinary_text(text, expected):
    assert [token.text for token in tokenise(text)] == expected


def test_hyphenated_word_keeps_its_parts():
    [token] = tokenise("it-café")
    assert token.parts == ("it", "cafe")


@given(st.text(max_size=300))
def test_tokens_lie_in_order_within_the_text(text):
    cleaned = clean(text)
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(cleaned)
        assert token.text
        assert not any(char.isspace() for char in token.text)
        end = token.end
