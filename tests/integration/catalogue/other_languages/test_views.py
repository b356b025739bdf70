"""Activities in other languages than Danish."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from catalogue.choices import Language
from catalogue.models import Activity, ActivityTranslation
from catalogue.other_languages.words import NAMES, RIGHT_TO_LEFT
from tests.factories.catalogue import ActivityFactory

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def tell(activity: Activity, language: str, title: str) -> ActivityTranslation:
    return ActivityTranslation.objects.create(activity=activity, language=language, title=title, text=f"{title}.")


def test_every_language_but_danish_has_a_page_and_a_name(client):
    assert {*NAMES, Language.DANISH} == set(Language)
    for code, name in NAMES.items():
        assert name in client.get(f"/sprog/{code}/").content.decode()


@pytest.mark.parametrize("code", ["da", "xx", "EN"])
def test_other_codes_have_no_page(client, code):
    assert client.get(f"/sprog/{code}/").status_code == 404


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("fa", "rtl"), ("uk", "ltr")])
def test_words_are_marked_with_language_and_direction(client, code, direction):
    activity = ActivityFactory()
    tell(activity, code, "Titel")
    html = client.get(f"/sprog/{code}/").content.decode()
    assert html.count(f'<div lang="{code}" dir="{direction}">') == 2  # the welcome, and the activity
    assert '<html lang="da">' in html
    own = client.get(activity.get_absolute_url()).content.decode()
    assert f'<div class="told" id="{code}" lang="{code}" dir="{direction}">' in own
    assert f'<a href="#{code}" lang="{code}">' in own
    assert (code in RIGHT_TO_LEFT) == (direction == "rtl")


def test_page_shows_published_activities_in_that_language_alone(client):
    shown, other, draft, ended = (
        ActivityFactory(**values) for values in ({}, {}, {"live": False}, {"status": "afsluttet"})
    )
    for activity, title in ((shown, "Choir"), (draft, "Draft"), (ended, "Ended")):
        tell(activity, "en", title)
    tell(other, "de", "Chor")
    html = client.get("/sprog/en/").content.decode()
    assert f'href="{shown.get_absolute_url()}">Choir</a>' in html
    assert not {"Draft.", "Ended.", "Chor."} & set(html.replace("<p>", " ").replace("</p>", " ").split())
    languages = client.get("/sprog/").content.decode()
    assert "Engelsk · 1 aktivitet" in languages
    assert "Tysk · 1 aktivitet" in languages
    assert "Arabisk" not in languages


def test_page_costs_the_same_for_one_and_for_many(client, django_assert_max_num_queries):
    for number in range(12):
        tell(ActivityFactory(), "en", f"Choir {number}")
    client.get("/sprog/en/")
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get("/sprog/en/").content.decode().count("Choir") == 24


def test_what_is_typed_is_escaped(client):
    tell(ActivityFactory(), "en", "<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/sprog/en/").content.decode()


def test_an_activity_has_one_text_in_a_language_and_none_in_danish():
    activity = ActivityFactory()
    tell(activity, "en", "Choir")
    for language in ("en", "da"):
        with pytest.raises(IntegrityError), transaction.atomic():
            tell(activity, language, "Choir")
