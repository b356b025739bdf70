"""Short codes."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.sharing.codes import code_of, read_code, uuids_of


@given(st.uuids())
def test_code_leads_back_to_the_uuid(identity: uuid.UUID):
    code = code_of(identity)
    assert read_code(code) == code
    first, last = uuids_of(code)
    assert first <= identity <= last


@given(st.uuids(), st.uuids())
def test_codes_are_the_same_only_where_the_beginnings_are(one: uuid.UUID, other: uuid.UUID):
    assert (code_of(one) == code_of(other)) == (one.int >> 93 == other.int >> 93)


def test_code_stays_as_it_was_printed():
    assert code_of(uuid.UUID("01234567-89ab-4cde-8f01-23456789abcd")) == "04hmasw"


@pytest.mark.parametrize("typed", ["04HMASW", " o4hm-asw ", "04h masw", "O4HMASW"])
def test_code_is_read_as_people_type_it(typed: str):
    assert read_code(typed) == "04hmasw"


@pytest.mark.parametrize(
    "typed", ["", "04hmas", "04hmaswh", "04hmasu", "04hma!h", "０4hmasw", "\x00" * 7, "a" * 10_000]
)
def test_what_is_no_code_is_not_read(typed: str):
    assert read_code(typed) is None


@given(st.text())
def test_any_text_is_read_or_refused(typed: str):
    code = read_code(typed)
    assert code is None or read_code(code) == code
