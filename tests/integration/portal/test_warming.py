"""A worker is warm before its first visitor."""

from __future__ import annotations

import gc
import logging
import runpy
from pathlib import Path

import pytest
from django.db import DatabaseError
from wagtail.models import Site

from portal import warming
from search import warming as search_warming
from search.suggesting import suggest
from search.understanding import store
from tests.factories.catalogue import ActivityFactory

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.django_db


@pytest.fixture
def cold(monkeypatch):
    """A process that has not been asked anything; the collector is left as it is."""
    monkeypatch.setattr(store, "_kept", None)
    monkeypatch.setattr(suggest, "_kept", None)
    yield
    gc.unfreeze()


def test_first_suggestion_finds_everything_read(cold, django_assert_num_queries):
    ActivityFactory(title="Gåtur")
    search_warming.warm()
    knowledge = store.get_knowledge()
    assert {"forms", "by_keyboard", "by_sound", "by_length"} <= vars(knowledge.lexicon).keys()
    with django_assert_num_queries(0):
        assert suggest.suggest("gå")
        assert store.get_knowledge() is knowledge


def test_what_is_read_is_put_aside_from_the_collector(cold):
    assert gc.get_freeze_count() == 0
    search_warming.keep_from_the_collector()
    assert gc.get_freeze_count() > 10_000


def test_without_a_database_the_worker_starts_and_says_so(cold, monkeypatch, caplog):
    def away():
        raise DatabaseError("no such table")

    monkeypatch.setattr(search_warming, "get_knowledge", away)
    with caplog.at_level(logging.WARNING):
        search_warming.warm()
    assert "first question will wait: no such table" in caplog.text


def test_gunicorn_warms_each_worker_with_the_pages_themselves(cold, monkeypatch, caplog):
    monkeypatch.setattr(warming.connections, "close_all", lambda: None)
    Site.objects.update(hostname="localhost")
    asked: list[int] = []
    monkeypatch.setattr(
        warming.WSGIHandler,
        "get_response",
        lambda self, request, real=warming.WSGIHandler.get_response: asked.append(request) or real(self, request),
    )
    with caplog.at_level(logging.WARNING):
        runpy.run_path(str(ROOT / "gunicorn.conf.py"))["post_worker_init"](None)
    assert [request.get_full_path() for request in asked] == list(warming.PAGES)
    assert "could not be made" not in caplog.text
    assert gc.get_freeze_count() > 10_000
