"""Suggestions while typing."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from django.urls import reverse

from search.indexing import maintenance
from search.suggesting import suggest
from search.understanding import store
from search.understanding.store import FRESH_SECONDS, forget
from tests.factories.catalogue import ActivityFactory, AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def texts(client, monkeypatch):
    forget()
    monkeypatch.setattr(suggest, "_kept", None)

    def ask(typed: str, **parameters: str) -> list[tuple[str, str]]:
        answer = client.get(reverse("search:suggestions"), {"q": typed, **parameters})
        return [(one["text"], one["kind"]) for one in answer.json()["suggestions"]]

    return ask


def test_suggestions_offers_areas_before_titles(texts):
    AreaFactory(name="Korsør", slug="korsoer")
    ActivityFactory(title="Korsang for alle")

    assert texts("kors") == [("Korsør", "Sted"), ("Korsang for alle", "Aktivitet")]


def test_suggestions_of_a_mistyped_word_begin_with_the_right_one(texts):
    AreaFactory(name="Vemmelev", slug="vemmelev")

    assert texts("vemelev")[0][0].lower() == "vemmelev"


def test_suggestions_of_a_place_are_places_alone_also_when_mistyped(texts):
    AreaFactory(name="Korsør", slug="korsoer")
    ActivityFactory(title="Korsang for alle")

    assert texts("kors", kun="steder") == texts("korsor", kun="steder") == [("Korsør", "Sted")]
    assert texts("fodbold", kun="steder") == []


def test_suggestions_leave_out_what_is_not_published(texts):
    ActivityFactory(title="Hemmelig klub", live=False)

    assert texts("hemmelig") == []


@pytest.mark.parametrize("typed", ["", " ", "k", "\x00", "æ" * 5000])
def test_suggestions_of_nothing_readable_are_none(texts, typed):
    assert texts(typed) == []


def test_suggestions_may_be_kept_by_a_cache_and_set_no_cookie(client):
    answer = client.get(reverse("search:suggestions"), {"q": "kor"})

    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_suggestions_ask_the_database_nothing_once_known(texts, django_assert_num_queries):
    texts("kor")
    with django_assert_num_queries(0):
        texts("kaf")


def test_titles_are_read_anew_in_the_background_before_they_grow_old(texts, monkeypatch, django_assert_num_queries):
    texts("kor")
    ActivityFactory(title="Korsang for alle")
    maintenance.maintain()
    assert texts("korsang") == [], "they are fresh yet"
    half = FRESH_SECONDS / 2
    monkeypatch.setattr(suggest, "_kept", replace(suggest._kept, until=time.monotonic() + half))
    monkeypatch.setattr(store, "_kept", replace(store._kept, until=time.monotonic() + half))
    maintenance.maintain()
    with django_assert_num_queries(0):
        assert texts("korsang") == [("Korsang for alle", "Aktivitet")]
