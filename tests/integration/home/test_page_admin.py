"""The forms of the pages: each opens, saves what an editor typed, and refuses what is no search."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import FrontPage, ReadingPage, ThemePage
from tests.factories.accounts import UserFactory
from tests.factories.pages import make_front, make_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def front() -> FrontPage:
    return make_front()


@pytest.fixture
def editor(client, front):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize("model", ReadingPage.__subclasses__(), ids=lambda model: model.__name__)
def test_form_of_every_page_opens(editor, front, model):
    parent = model.allowed_parent_page_models()[0]
    above = front if parent is FrontPage else make_page(front, parent, "Over")
    response = editor.get(reverse("wagtailadmin_pages:add", args=["home", model._meta.model_name, above.pk]))
    assert response.status_code == 200
    assert "indledning" in response.content.decode().lower()


def theme(search: str) -> dict:
    data = {
        "title": "Ude i det fri",
        "slug": "ude",
        "introduction": "Kort sagt.",
        "picture": "",
        "body": streamfield([("heading", "Hvorfor?"), ("text", rich_text("<p>Fordi.</p>"))]),
        "search": search,
        "shown": "4",
        "seo_title": "",
        "search_description": "",
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    return nested_form_data(data)


def test_address_of_a_search_is_typed_as_copied(editor, front):
    address = reverse("wagtailadmin_pages:add", args=["home", "themepage", front.pk])
    refused = editor.post(address, theme("https://portal.example/kontakt/"))
    assert "ikke en adresse fra" in refused.content.decode()
    assert not ThemePage.objects.exists()
    editor.post(address, theme("https://portal.example/indsatskatalog/?q=kor&side=2"))
    page = ThemePage.objects.get()
    assert (page.live, page.search, page.shown) == (True, "q=kor", 4)
    assert [block.block_type for block in page.body] == ["heading", "text"]
