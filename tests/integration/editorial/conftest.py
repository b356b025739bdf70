"""A form that has been open for a moment, as it is before a person can send it."""

from datetime import timedelta

import pytest
from django.core import signing
from django.core.cache import cache

from catalogue.models import Activity
from editorial.tickets import new_ticket
from tests.factories.catalogue import ActivityFactory


@pytest.fixture(autouse=True)
def _no_reports_counted():
    cache.clear()


@pytest.fixture
def activity(db) -> Activity:
    return ActivityFactory(title="Koret på Kanten")


@pytest.fixture
def ticket_aged(monkeypatch):
    """A function that gives a ticket as old as asked for."""

    def aged(about: Activity | str, age: timedelta) -> str:
        with monkeypatch.context() as patched:
            now = signing.time.time()
            patched.setattr(signing.time, "time", lambda: now - age.total_seconds())
            return new_ticket(about if isinstance(about, str) else about.uuid.hex)

    return aged
