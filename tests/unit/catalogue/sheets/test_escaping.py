import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.sheets.escaping import escaped, escaped_in_workbook, unescaped

TEXTS = st.one_of(st.text(), st.text(alphabet="'=+-@\t\n\rab", max_size=6))


@given(TEXTS)
def test_text_comes_back(text):
    assert unescaped(escaped(text)) == text
    assert unescaped(escaped_in_workbook(text)) == text


@given(TEXTS)
def test_nothing_leaves_that_begins_like_a_formula(text):
    assert escaped(text)[:1] not in tuple("=+-@\t\r\n")


@pytest.mark.parametrize("text", ['=HYPERLINK("x")', "+45 58 00 00 00", "-ikke i ferier", "@sang"])
def test_dangerous_text_gets_an_apostrophe(text):
    assert escaped(text) == f"'{text}"
