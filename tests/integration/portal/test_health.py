"""What the program that watches over the portal is told."""

from __future__ import annotations

import pytest
from django.db import OperationalError

from portal.machines import health
from search.documents.registry import all_documents
from search.engines import EngineUnavailable, get_engine

pytestmark = pytest.mark.django_db
ADDRESS = "/status.txt"


def test_all_is_well(client):
    get_engine().rebuild(all_documents())
    response = client.get(ADDRESS)
    assert (response.status_code, response.content.decode()) == (200, "database: ok\nsearch: ok\n")
    assert "no-store" in response["Cache-Control"]


def test_engine_that_is_away_is_named_and_no_failure(client, monkeypatch):
    def away() -> None:
        raise EngineUnavailable("the network is down")

    monkeypatch.setattr(get_engine(), "status", away)
    response = client.get(ADDRESS)
    assert (response.status_code, response.content.decode()) == (200, "database: ok\nsearch: away\n")


def test_database_that_is_away_is_a_failure(client, monkeypatch):
    def away() -> bool:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(health.ContentVersion.objects, "exists", away, raising=False)
    response = client.get(ADDRESS)
    assert response.status_code == 503
    assert "database: away" in response.content.decode()
