"""The list in the address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.my_list.addresses import MOST, Asked, list_address, query_of, read_list
from catalogue.sharing.codes import ALPHABET

CODES = st.lists(st.text(ALPHABET, min_size=7, max_size=7), max_size=MOST, unique=True)


@given(CODES)
def test_list_comes_back_from_its_address_in_order(codes: list[str]):
    query = urlsplit(list_address(codes)).query
    assert read_list(parse_qs(query)) == Asked(tuple(codes))


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ([], Asked()),
        ([""], Asked()),
        (["04hmasw,04hmasw"], Asked(("04hmasw",))),
        (["04hmasw", "0000001"], Asked(("04hmasw", "0000001"))),
        (["04HMASW, O4hmasw ,,"], Asked(("04hmasw",))),
        (["hej,04hmasw,hej"], Asked(("04hmasw",), ("hej",))),
    ],
)
def test_list_is_read_as_people_change_it(values, asked):
    assert read_list({"a": values}) == asked


def test_what_is_too_much_is_counted():
    codes = [f"{number:07d}" for number in range(MOST + 3)]
    asked = read_list({"a": [",".join(codes)]})
    assert (asked.codes, asked.too_many) == (tuple(codes[:MOST]), 3)


@given(st.lists(st.text(max_size=3000), max_size=3))
def test_any_address_is_read(values: list[str]):
    asked = read_list({"a": values})
    assert len(asked.codes) <= MOST and len(asked.unreadable) <= 5
    assert all(len(piece) <= 20 for piece in asked.unreadable)


def test_empty_list_has_no_query():
    assert query_of([]) == ""
    assert query_of(["04hmasw"], "liste") == "?liste=04hmasw"
