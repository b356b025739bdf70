"""Who reads the portal in English reads first what is said of an activity in English."""

from __future__ import annotations

import pytest

from catalogue.models import ActivityTranslation
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    made = ActivityFactory(title="Sprogcafé på biblioteket", summary="Øv dansk over en kop kaffe.")
    ActivityTranslation.objects.create(
        activity=made, language="en", title="Language café at the library", text="Practise Danish over coffee."
    )
    return made


def test_english_page_begins_in_english(client, activity):
    html = client.get("/en" + activity.get_absolute_url()).content.decode()
    assert "<h1>Language café at the library</h1>" in html
    assert '<span lang="da">Sprogcafé på biblioteket</span>' in html
    assert html.count("Practise Danish over coffee.</p>") == 1, "not told once more among the other languages"


def test_danish_page_begins_in_danish(client, activity):
    html = client.get(activity.get_absolute_url()).content.decode()
    assert '<h1 lang="da">Sprogcafé på biblioteket</h1>' in html
    assert "<h3>Language café at the library</h3>" in html
