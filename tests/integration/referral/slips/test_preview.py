"""An activity on a slip, shown to its editor before it is published."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from catalogue.models import Activity
from tests.factories.accounts import UserFactory
from tests.factories.catalogue import ActivityFactory
from tests.integration.catalogue.admin import typed


@pytest.fixture
def editor(db, client: Client) -> Client:
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def shown(editor: Client, address: str, **changes: object) -> str:
    """The preview of what is typed."""
    assert editor.post(address, typed.activity(**changes)).json()["is_valid"]
    page = editor.get(address, {"mode": "slip"})
    assert page.status_code == 200
    return page.content.decode()


def test_what_is_typed_is_shown_as_on_a_slip(editor: Client):
    entry = ActivityFactory(title="Før")
    address = reverse("wagtailsnippets_catalogue_activity:preview_on_edit", args=[entry.pk])
    row = {"language": "ar", "title": "نزهة", "text": "نمشي معا"}
    page = shown(editor, address, title="Gåtur <b>nu</b>", contact_phone="58 11 22 33", translations=[row])
    assert "Forslag til dig" in page
    assert "Gåtur &lt;b&gt;nu&lt;/b&gt;" in page
    assert "58 11 22 33" in page
    assert 'lang="ar" dir="rtl">نزهة. نمشي معا' in page
    assert Activity.objects.get().title == "Før"


def test_a_draft_that_lacks_things_is_shown_too(editor: Client):
    address = reverse("wagtailsnippets_catalogue_activity:preview_on_add")
    page = shown(editor, address, title="Kaffe", venue_id="", contact_phone="", areas=[])
    assert "Kaffe" in page


def test_the_form_offers_it(editor: Client):
    page = editor.get(reverse("wagtailsnippets_catalogue_activity:add")).content.decode()
    assert '<option value="slip">På en seddel</option>' in page


def test_a_way_that_nobody_knows_shows_the_page(editor: Client):
    entry = ActivityFactory()
    address = reverse("wagtailsnippets_catalogue_activity:preview_on_edit", args=[entry.pk])
    editor.post(address, typed.activity(organisation=entry.organisation, venue=entry.venue))
    assert "Bare mød op" in editor.get(address, {"mode": "findes-ikke"}).content.decode()
