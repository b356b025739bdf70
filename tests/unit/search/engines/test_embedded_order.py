"""Ids as numbers are in the order of ids as text."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.embedded.fields import order_of

kinds = st.sampled_from(["activity", "guide", "talk", "a", "zzzzzzzz"])
idents = st.builds(lambda kind, identity: f"{kind}:{identity}", kinds, st.uuids())


@given(idents, idents)
def test_numbers_are_ordered_as_ids(one: str, other: str) -> None:
    if order_of(one) != order_of(other):
        assert (order_of(one) < order_of(other)) == (one < other)
    assert 0 <= order_of(one) < 2**64


def test_ids_that_differ_late_have_one_number() -> None:
    assert order_of(f"activity:{uuid.UUID(int=1)}") == order_of(f"activity:{uuid.UUID(int=2)}")


@pytest.mark.parametrize("ident", ["", "activity", "activity:7", "Activity:" + str(uuid.UUID(int=1)), "1:2"])
def test_other_ids_are_refused(ident: str) -> None:
    with pytest.raises(ValueError, match="."):
        order_of(ident)
