"""What editors have given a time is public then, and gone again when it expires; visitors see it at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from catalogue.models import Activity
from editorial.approval.tasks import publish_scheduled
from search.documents.registry import all_documents
from search.engines import get_engine
from tests.factories.catalogue import ActivityFactory

SOON = timedelta(hours=1)


@pytest.fixture
def results(db: None):
    """A function that says whether a visitor finds a title in the results."""
    get_engine().rebuild(all_documents())
    return lambda title: title in Client().get("/indsatskatalog/", {"q": title}).content.decode().split("<main")[1]


def run_at(moment, run, monkeypatch: pytest.MonkeyPatch, commit) -> None:
    with monkeypatch.context() as patched, commit(execute=True):
        patched.setattr(timezone, "now", lambda: moment)
        run()


@pytest.mark.parametrize("run", [lambda: call_command("publish_scheduled"), publish_scheduled.enqueue])
def test_an_entry_is_public_from_its_time_until_it_expires(
    results, run, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
):
    now = timezone.now()
    entry = ActivityFactory(title="Julebanko", live=False)
    entry.go_live_at, entry.expire_at = now + SOON, now + 3 * SOON
    with django_capture_on_commit_callbacks(execute=True):
        entry.save_revision().publish()
    assert not Activity.objects.get().live
    assert Client().get(entry.get_absolute_url()).status_code == 404
    run_at(now + 2 * SOON, run, monkeypatch, django_capture_on_commit_callbacks)
    assert Activity.objects.get().live
    assert "Julebanko" in Client().get(entry.get_absolute_url()).content.decode()
    assert results("Julebanko")
    run_at(now + 4 * SOON, run, monkeypatch, django_capture_on_commit_callbacks)
    assert not Activity.objects.get().live
    assert Activity.objects.get().expired
    assert Client().get(entry.get_absolute_url()).status_code == 404


def test_a_planned_change_leaves_what_is_public_until_then(
    results, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
):
    now = timezone.now()
    entry = ActivityFactory(title="Banko")
    entry.save_revision().publish()
    draft = Activity.objects.get()
    draft.title, draft.go_live_at = "Påskebanko", now + SOON
    with django_capture_on_commit_callbacks(execute=True):
        draft.save_revision().publish()
    assert "Påskebanko" not in Client().get(entry.get_absolute_url()).content.decode()
    run_at(now + 2 * SOON, lambda: call_command("publish_scheduled"), monkeypatch, django_capture_on_commit_callbacks)
    assert "Påskebanko" in Client().get(entry.get_absolute_url()).content.decode()
    assert results("Påskebanko")
