from __future__ import annotations

from dataclasses import replace

import pytest

from search.documents import IndexDocument
from search.documents.fingerprint import with_fingerprint
from search.schema import KeywordField, NumberField, TextField

DOCUMENT = IndexDocument(
    id="activity:8c1d1c86-6b8b-4a0e-9d8f-3f2f6b1b0a11",
    kind="activity",
    text={TextField.TITLE: "strik", TextField.BODY: "kaffe"},
    keywords={KeywordField.TYPE: ("relationel",)},
    numbers={NumberField.AGE_MIN: (60,)},
    location=(55.3, 11.1),
)


def test_fingerprint_does_not_depend_on_the_order_of_fields() -> None:
    turned = replace(DOCUMENT, text=dict(reversed(DOCUMENT.text.items())))
    assert with_fingerprint(DOCUMENT).fingerprint == with_fingerprint(turned).fingerprint > ""


@pytest.mark.parametrize(
    "change",
    [
        {"id": "activity:8c1d1c86-6b8b-4a0e-9d8f-3f2f6b1b0a12"},
        {"kind": "guide"},
        {"text": {TextField.TITLE: "strik", TextField.BODY: "kaffe garn"}},
        {"keywords": {KeywordField.TYPE: ("forebyggende",)}},
        {"keywords": {KeywordField.CHARACTER: ("relationel",)}},
        {"numbers": {NumberField.AGE_MIN: (61,)}},
        {"location": (55.3, 11.2)},
        {"location": None},
    ],
    ids=str,
)
def test_fingerprint_tells_every_difference(change: dict) -> None:
    assert with_fingerprint(replace(DOCUMENT, **change)).fingerprint != with_fingerprint(DOCUMENT).fingerprint


def test_fingerprint_leaves_an_earlier_one_out() -> None:
    once = with_fingerprint(DOCUMENT)
    assert with_fingerprint(once) == once
