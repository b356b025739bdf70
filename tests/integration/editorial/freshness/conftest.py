"""An organisation with entries that nobody has confirmed for long."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from catalogue.models import Activity, Organisation
from editorial.freshness.ladder import Done, run
from tests.factories.catalogue import ActivityFactory, OrganisationFactory

LINK = re.compile(r"http\S+/svar/\S+/")


def days_ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def organisation(db) -> Organisation:
    return OrganisationFactory(name="Korforeningen", email="kor@forening.example")


@pytest.fixture
def old(organisation) -> Activity:
    """Not confirmed for 200 days."""
    return ActivityFactory(title="Koret på Kanten", organisation=organisation, verified_on=days_ago(200))


@pytest.fixture
def climb() -> Callable[[int], Done]:
    """A function that runs the ladder so many days from now."""
    return lambda days=0: run(timezone.now() + timedelta(days=days))


@dataclass(frozen=True)
class Links:
    """The addresses that a mail has for an entry, without the host."""

    right: str
    correct: str
    pause: str
    end: str


def links_in(message: mail.EmailMessage, title: str) -> Links:
    """The four links under a title."""
    part = message.body.split(f"\n{title}\n", 1)[1]
    return Links(*[path_of(link) for link in LINK.findall(part)[:4]])


def all_right_in(message: mail.EmailMessage) -> str:
    return path_of(LINK.findall(message.body.split("ALT ER STADIG RIGTIGT", 1)[1])[0])


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]
