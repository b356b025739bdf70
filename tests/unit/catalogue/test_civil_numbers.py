import pytest

from catalogue.civil_numbers import names_civil_number


@pytest.mark.parametrize(
    "text",
    ["010203-1234", "Mit nummer er 311299 1234.", "2902001234", "(150845 - 4321)", "010203\N{NO-BREAK SPACE}1234"],
)
def test_ten_digits_that_begin_with_a_date_are_a_civil_number(text):
    assert names_civil_number(text)


@pytest.mark.parametrize(
    "text", ["", "00 58 10 30", "58103040", "1234567890", "320199-1234", "300245-1234", "Kl. 10.30-12", "0102031234567"]
)
def test_other_numbers_are_let_through(text):
    assert not names_civil_number(text)
