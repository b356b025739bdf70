"""Whoever works with a referral hears that a yes was taken back, also when the mail server is away just then."""

from __future__ import annotations

import logging
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from home.models import Letter
from referral.life.choices import ConsentKind
from referral.models import Contact, Referral
from referral.privacy.withdrawal_keys import key_of
from tests.factories.referral_cases import contact_for
from tests.services.mail_server import MailServer, serving, unused_port

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("ledger")]


@pytest.fixture
def dead(settings) -> int:
    """A port where no mail server answers, yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", unused_port()
    return settings.EMAIL_PORT


def take_back(client, case, kind: str) -> None:
    contact_for(case.referral, address="Havnegade 4")
    address = reverse("referral:consent", kwargs={"withdrawal": key_of(case.referral)})
    assert client.post(address, {"ja": kind}).status_code == 302


def told(case) -> list[str]:
    return sorted({case.referrer.email, case.organisation.email})


@pytest.mark.parametrize("kind", [ConsentKind.REFERRED, ConsentKind.CONTACTED])
def test_mails_wait_for_the_server_and_the_person_does_not(client, case, dead, kind, caplog):
    with caplog.at_level(logging.DEBUG):
        take_back(client, case, kind)
    assert not Contact.objects.exists(), "forgotten at once, whatever becomes of the mails"
    assert Referral.objects.exists() == (kind == ConsentKind.CONTACTED)
    assert sorted(Letter.objects.values_list("to", flat=True)) == told(case)
    waiting = repr(list(Letter.objects.values())) + caplog.text
    assert [word for word in ("Gudrun", "58 12", "Havnegade", case.referral.code) if word in waiting] == []
    with serving(MailServer(dead)) as server:
        call_command("send_letters", stdout=StringIO())
        assert server.receivers() == told(case)
        assert case.referral.code[:5].upper() in str(server.taken[0]["Subject"])
        call_command("send_letters", stdout=StringIO())
        assert len(server.taken) == 2, "once each"
    assert not Letter.objects.exists()


def test_mails_leave_at_once_while_the_server_answers(client, case):
    take_back(client, case, ConsentKind.REFERRED)
    assert sorted(one.to[0] for one in mail.outbox) == told(case)
    assert "Venlig hilsen" in mail.outbox[0].body, "it says who asks"
    assert not Letter.objects.exists()


def test_nobody_is_told_of_what_was_not_done(client, case, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("referral.actions.withdraw_consent.forget_referral", fails)
    with pytest.raises(RuntimeError):
        take_back(client, case, ConsentKind.REFERRED)
    assert Referral.objects.exists() and not Letter.objects.exists() and not mail.outbox
