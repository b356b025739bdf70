"""Pages that say no, and that help all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.urls import get_resolver
from wagtail.models import Site

from home.models import SiteSettings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _views() -> None:
    """All views are imported before a test replaces what they call; else one of them keeps the replacement for good."""
    get_resolver().reverse_dict  # noqa: B018


@pytest.fixture(autouse=True)
def _phone() -> None:
    SiteSettings.objects.update_or_create(
        site=Site.objects.get(is_default_site=True), defaults={"phone": "00 58 10 00", "phone_hours": "Kl. 9-15"}
    )


@pytest.fixture
def closed(settings, tmp_path):
    settings.MAINTENANCE_FILE = str(tmp_path / "sub" / "maintenance.html")
    call_command("maintenance", "on", "--minutes", "30")
    yield Path(settings.MAINTENANCE_FILE)
    call_command("maintenance", "off")


@pytest.mark.parametrize("address", ["/", "/indsatskatalog/?q=kor", "/admin/", "/findes-ikke/"])
def test_closed_portal_says_so_everywhere_and_whom_to_ring(client, closed, address, django_assert_num_queries, caplog):
    with django_assert_num_queries(0):
        response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 503
    assert caplog.records == []
    assert response["Retry-After"] == "600"
    assert response["Cache-Control"] == "no-store"
    assert 'href="tel:00581000"' in html and "Prøv igen klokken" in html
    assert '<html lang="da">' in html
    assert "We are closed for a moment" in html and "Try again at" in html


def test_opened_portal_answers_again(client, closed, capsys):
    call_command("maintenance", "off")
    assert not closed.exists()
    assert client.get("/indsatskatalog/").status_code == 200
    call_command("maintenance", "off")
    assert "was open already" in capsys.readouterr().out


def test_page_that_is_not_there_helps(client):
    response = client.get("/findes-ikke/")
    html = response.content.decode()
    assert response.status_code == 404
    for words in ("Siden findes ikke</h1>", 'role="search"', 'href="tel:00581000"', "Gå til forsiden"):
        assert words in html


def broken(monkeypatch) -> Client:
    def fail(*args: object) -> None:
        raise DatabaseError("gone")

    monkeypatch.setattr("search.service.ask", fail)
    return Client(raise_request_exception=False)


def test_failure_says_sorry_and_whom_to_ring(monkeypatch):
    response = broken(monkeypatch).get("/indsatskatalog/")
    html = response.content.decode()
    assert response.status_code == 500
    assert "Det er ikke din skyld" in html
    assert 'href="tel:00581000"' in html


def test_failure_of_the_database_too_says_sorry(monkeypatch):
    def fail(*args: object) -> None:
        raise DatabaseError("gone")

    client = broken(monkeypatch)
    monkeypatch.setattr(SiteSettings, "for_request", fail)
    response = client.get("/indsatskatalog/")
    assert response.status_code == 500
    assert "Det er ikke din skyld" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "words"),
    [("/indsatskatalog/", "Her kan du ikke komme ind</h1>"), ("/en/indsatskatalog/", "You cannot enter here</h1>")],
)
def test_page_that_is_not_for_everybody_helps(client, monkeypatch, address, words):
    def refuse(*args: object) -> None:
        raise PermissionDenied

    monkeypatch.setattr("search.service.ask", refuse)
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 403
    for needed in (words, 'role="search"', 'href="tel:00581000"'):
        assert needed in html


def test_form_that_was_open_too_long_is_explained_in_danish():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert "Det blev ikke sendt</h1>" in response.content.decode()


def test_failure_says_sorry_in_english_on_english_pages(monkeypatch):
    html = broken(monkeypatch).get("/en/indsatskatalog/").content.decode()
    assert '<html lang="en">' in html
    assert "It is not your fault" in html
