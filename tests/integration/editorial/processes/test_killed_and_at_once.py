"""Commands that are killed, or run twice at once: no mail is lost, and none is written twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from editorial.models import FreshnessLetter
from home.letters.actions import AWAY
from home.models import Letter
from referral.actions.withdraw_consent import withdraw_consent
from referral.life.choices import ConsentKind
from referral.models import Referral
from tests.factories.catalogue import ActivityFactory, OrganisationFactory
from tests.factories.referral_cases import ReferralFactory

from .conftest import Held, kill, said

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
NAMES = ("a", "b", "c")
EVERYBODY = [f"{name}@forening.example" for name in NAMES]


def ask_three_organisations() -> None:
    """Three with an entry each that nobody has confirmed for long."""
    old = timezone.localdate() - timedelta(days=200)
    for name in NAMES:
        organisation = OrganisationFactory(name=name.upper(), email=f"{name}@forening.example")
        ActivityFactory(organisation=organisation, verified_on=old)


def write_three_letters() -> None:
    """Three that wait for the mail server."""
    for to in EVERYBODY:
        Letter.objects.create(to=to, subject="Godkendt", body="Den er på nu.")


def take_back_a_yes() -> None:
    """Three organisations are told not to ring, while the mail server is away."""
    offered = [ActivityFactory(organisation=OrganisationFactory(email=to)) for to in EVERYBODY]
    referral = ReferralFactory(activities=offered)
    cache.set(AWAY, True)
    withdraw_consent(referral=referral, kind=ConsentKind.REFERRED, by=referral.owner, now=timezone.now())
    assert (Letter.objects.count(), Referral.objects.count()) == (3, 0)


COMMANDS = [
    pytest.param("keep_fresh", ask_three_organisations, FreshnessLetter, id="keep_fresh"),
    pytest.param("send_letters", write_three_letters, Letter, id="send_letters"),
    pytest.param("send_letters", take_back_a_yes, Letter, id="a yes taken back"),
]


@pytest.mark.parametrize("taken", [True, False], ids=["taken", "not taken"])
@pytest.mark.parametrize(("command", "prepare", "letters"), COMMANDS)
def test_killed_while_it_sends_loses_nothing(start, here, mail_server, command, prepare, letters, taken):
    prepare()
    mail_server.answer = held = Held(2, "250 taken" if taken else "")
    running = start(command)
    assert held.came.wait(120)
    kill(running)
    held.let_go.set()
    assert letters.objects.filter(claimed_until__gt=timezone.now()).count() == 1
    # Whether the second was taken nobody knows: it keeps its claim for a while, and the others do not wait for it.
    here(command)
    assert {"a@forening.example", "c@forening.example"} <= set(mail_server.receivers())
    letters.objects.exclude(claimed_until=None).update(claimed_until=timezone.now())
    here(command)
    assert sorted({*mail_server.receivers()}) == EVERYBODY
    # Sent again it is the same mail, which the receiver's program shows once.
    assert len(mail_server.taken) == (4 if taken else 3)
    assert len({mail["Message-ID"] for mail in mail_server.taken}) == 3
    here(command)
    assert len(mail_server.taken) == (4 if taken else 3)


@pytest.mark.parametrize(("command", "prepare", "letters"), COMMANDS)
def test_two_at_once_write_to_each_once(start, here, mail_server, command, prepare, letters):
    prepare()
    mail_server.answer = held = Held(1)
    first = start(command)
    assert held.came.wait(120)
    # The other one starts, and sends the rest, while the first waits for its answer.
    here(command)
    assert len(mail_server.taken) == 2
    held.let_go.set()
    said(first)
    assert mail_server.receivers() == EVERYBODY


def test_two_runs_that_begin_together_ask_each_organisation_once(start, here, mail_server):
    for number in range(12):
        organisation = OrganisationFactory(name=f"Forening {number}", email=f"{number}@forening.example")
        ActivityFactory(organisation=organisation, verified_on=timezone.localdate() - timedelta(days=200))
    for running in [start("keep_fresh"), start("keep_fresh")]:
        said(running)
    here("keep_fresh")
    assert mail_server.receivers() == sorted(f"{number}@forening.example" for number in range(12))
    assert FreshnessLetter.objects.filter(status="sendt").count() == 12
