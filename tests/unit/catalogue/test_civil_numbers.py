import pytest

from catalogue.civil_numbers import names_civil_number


@pytest.mark.parametrize(
    "text",
    [
        "010203-1234",
        "Mit nummer er 311299 1234.",
        "2902001234",
        "(150845 - 4321)",
        "cpr010203-1234x",
        "010203.1234",
        "010203/1234",
        "01.02.03-1234",
        "01-02-03-1234",
        "01/02/03 1234",
        "01 02 03 1234",
        "610203-1234",
        "010203\N{NO-BREAK SPACE}1234",
        "010203\N{NON-BREAKING HYPHEN}1234",
        "010203\N{EN DASH}1234",
        "010203 \N{EM DASH} 1234",
        "010203\N{MINUS SIGN}1234",
        "010203\N{SOFT HYPHEN}1234",
        "010203\N{ZERO WIDTH SPACE}1234",
        "０１０２０３１２３４",
        "０１０２０３－１２３４",
        "٠١٠٢٠٣-١٢٣٤",
    ],
)
def test_ten_digits_that_begin_with_a_date_are_a_civil_number(text):
    assert names_civil_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "00 58 10 30",
        "58103040",
        "1234567890",
        "320199-1334",
        "300245-1234",
        "930203-1234",
        "Kl. 10.30-12",
        "0102031234567",
        "20 12 34 56, 30 11 22 33",
        "20123456/20123457",
        "+45 20 12 34 56",
        "0045 2012 3456",
        "01-02-2026",
        "Vi mødes 01.02.26, kl. 14.30",
        "Fra 01.02.2026 til 03.04.2026",
        "Den 01.02.26\n4220 Korsør",
    ],
)
def test_other_numbers_are_let_through(text):
    assert not names_civil_number(text)
