from __future__ import annotations

import json
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from wagtail.models import Site

from home.models import FrontPage, InformationPage
from images.models import CustomImage
from tests.factories.catalogue import ActivityFactory

# Wagtail leaves the files open that it makes renditions in.
UNCLOSED = "ignore:Unclosed file <tempfile.SpooledTemporaryFile:ResourceWarning"
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(UNCLOSED)]
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def front() -> FrontPage:
    site = Site.objects.get()
    front = FrontPage(title="Forside", slug="forside")
    site.root_page.get_parent().add_child(instance=front)
    site.root_page = front
    site.save()
    return front


@pytest.fixture
def picture() -> CustomImage:
    content = BytesIO()
    Image.new("RGB", (960, 600), "#dcebf2").save(content, "PNG")
    with ImageFile(content, name="tur.png") as file:
        return CustomImage.objects.create(title="Tur", description="To mennesker går en tur.", file=file)


def page(parent: FrontPage | InformationPage, title: str, **values: object) -> InformationPage:
    values.setdefault("body", json.dumps([]))
    return parent.add_child(instance=InformationPage(title=title, **values))


def test_page_shows_its_pieces_and_where_it_stands(client, front, picture):
    above = page(front, "Om ensomhed")
    body = [
        {"type": "heading", "value": "Hvad er det?"},
        {"type": "text", "value": "<p>At <b>savne</b> nogen.</p>"},
        {"type": "steps", "value": [{"heading": "Først", "text": "Ring."}, {"heading": "Så", "text": "Gå."}]},
        {"type": "picture", "value": {"image": {"image": picture.pk, "alt_text": "En sti."}, "caption": "Stien."}},
        {"type": "search_link", "value": {"label": "Find nogen", "words": "kaffe", "part": ""}},
    ]
    below = page(above, "Om savn", introduction="Kort sagt.", body=json.dumps(body))
    html = client.get(below.get_url()).content.decode()
    for words in (
        "<h1>Om savn</h1>",
        'class="lead">Kort sagt.',
        "<h2>Hvad er det?</h2>",
        "<b>savne</b>",
        '<ol class="steps">',
        'alt="En sti."',
        "<figcaption>Stien.</figcaption>",
        'href="/indsatskatalog/?q=kaffe"',
        f'href="{above.get_url()}">Om ensomhed</a>',
    ):
        assert words in html, words
    assert f'href="{below.get_url()}">Om savn</a>' in client.get(above.get_url()).content.decode()


def test_foot_of_every_page_leads_to_the_pages_in_the_menu(client, front):
    page(front, "Privatliv", show_in_menus=True)
    page(front, "Kladde", show_in_menus=True, live=False)
    page(front, "Hvad er ensomhed?")
    html = client.get(ActivityFactory().get_absolute_url()).content.decode()
    footer = html[html.index('<footer class="site-footer">') :]
    assert 'href="/privatliv/">Privatliv</a>' in footer
    assert "Kladde" not in footer
    assert "ensomhed?" not in footer


def test_activity_shows_its_picture_in_words_too_and_asks_no_more_of_the_database(client, front, picture):
    page(front, "Privatliv", show_in_menus=True)
    activity = ActivityFactory(image=picture, interests=["kor"], target_groups=["ældre"])
    first = client.get(activity.get_absolute_url()).content.decode()
    assert 'alt="To mennesker går en tur."' in first
    assert 'type="image/webp"' in first
    with CaptureQueriesContext(connection) as queries:
        assert client.get(activity.get_absolute_url()).content.decode() == first
    assert len(queries) <= MOST_QUERIES, "\n".join(query["sql"][:120] for query in queries)
