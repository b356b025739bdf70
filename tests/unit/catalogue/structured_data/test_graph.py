"""JSON-LD in a page."""

import json

from hypothesis import given
from hypothesis import strategies as st

from catalogue.structured_data.graph import graph, script, thing

START, END = '<script type="application/ld+json">', "</script>"


def test_properties_without_a_value_are_left_out():
    assert thing("Place", name="Huset", url=None, description="", amenityFeature=[], value=False, price=0) == {
        "@type": "Place",
        "name": "Huset",
        "value": False,
        "price": 0,
    }


@given(st.text())
def test_typed_text_cannot_end_the_element(text: str):
    document = graph([thing("Place", name=f"</script><!--<script>{text}]]>", alternateName=text or "x")])
    html = script(document)
    assert html.startswith(START) and html.endswith(END)
    inside = html.removeprefix(START).removesuffix(END)
    assert not set("<>&\u2028\u2029") & set(inside)
    assert json.loads(inside) == document
