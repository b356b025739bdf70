"""What the editor sees while writing is what Python counts when it is saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.readability import lix, long_sentences, sentences
from tests.conftest import missing
from tests.oracles.node import ROOT, Asked, node


@pytest.fixture(scope="module")
def script() -> Iterator[Asked]:
    program = node()
    if program is None:
        missing("browser", "There is no Node: make frontend")
    asked = Asked(program, ROOT / "tests" / "oracles" / "readability.mjs")
    yield asked
    asked.close()


# Letters of Danish and of neighbours, all that ends sentences, and what people paste.
TEXTS = st.text(st.sampled_from("abkæøåÆØÅéü ABC0123½_'’-.,!?:;\n\r\t\u00a0…(»«")) | st.lists(
    st.sampled_from(["Kom", "kl. 10.30", "fællesskab", "2.", "morgen!", "-", "Se:", "\n", "e-mail", "1.000,50", "Å"])
).map(" ".join)


@given(text=TEXTS)
def test_script_counts_as_python_does(script: Asked, text: str):
    answer = script.ask({"text": text})
    assert answer["lix"] == pytest.approx(lix(text))
    assert answer["sentences"] == sentences(text)
    assert answer["long"] == long_sentences(text)


def test_a_long_sentence_is_found_by_both(script: Asked):
    text = "Kom nu. " + "Ord " * 21 + "."
    assert script.ask({"text": text})["long"] == long_sentences(text) == [("Ord " * 21).strip()]
