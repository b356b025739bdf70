import pytest
from wagtail.blocks import StructBlockValidationError

from home.blocks import BodyBlock
from home.blocks.search_link import SearchLinkBlock


def link(**values: str):
    return SearchLinkBlock().to_python({"label": "Find", "words": "", "part": "", **values})


@pytest.mark.parametrize(
    ("values", "address"),
    [
        ({"words": "gåtur i Korsør"}, "/indsatskatalog/?q=g%C3%A5tur+i+Kors%C3%B8r"),
        ({"part": "relationel"}, "/indsatskatalog/relationelle/"),
        ({"words": "kaffe", "part": "opsoegende"}, "/indsatskatalog/?q=kaffe&type=opsoegende"),
    ],
)
def test_search_link_leads_into_the_catalogue(values, address):
    assert link(**values).address == address


def test_search_link_to_nothing_is_refused():
    with pytest.raises(StructBlockValidationError):
        SearchLinkBlock().clean(link())


def test_text_typed_by_people_is_escaped():
    body = BodyBlock().to_python(
        [
            {"type": "heading", "value": "<script>"},
            {"type": "notice", "value": {"heading": "<b>", "text": "<i>"}},
            {"type": "steps", "value": [{"heading": "<b>", "text": "<i>"}, {"heading": "b", "text": "c"}]},
        ]
    )
    shown = "".join(block.render() for block in body)
    assert not {"<script>", "<b>", "<i>"} & set(shown.replace(">", "> ").split())
    assert "&lt;script&gt;" in shown
