"""`manage.py keep_fresh`, and the same as a task."""

from io import StringIO

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command

from editorial.models import FreshnessRound
from tests.factories.catalogue import ActivityFactory, OrganisationFactory

from .conftest import days_ago

pytestmark = pytest.mark.django_db


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("keep_fresh", *arguments, stdout=out)
    return out.getvalue()


def test_run_says_what_it_did(old):
    ActivityFactory(organisation=OrganisationFactory(name="Uden mail", email=""), verified_on=days_ago(900))
    text = said()
    assert "Uden mail har ingen mailadresse." in text
    assert "Nye breve: 1. Påmindelser: 0. Skjult: 0. Besvaret siden sidst: 0. Sendt: 1. Afvist: 0. Venter: 0." in text
    assert "Nye breve: 0." in said()


def test_dry_run_names_the_receivers_and_sends_nothing(old):
    text = said("--dry-run")
    assert "Ville skrive til Korforeningen <kor@forening.example> om 1 aktivitet." in text
    assert "I alt. Breve: 1. Påmindelser: 0. Venter: 0. Skjules: 0." in text
    assert mail.outbox == [] and not FreshnessRound.objects.exists()


def test_one_organisation_alone(old, organisation):
    ActivityFactory(verified_on=days_ago(200))
    said("--organisation", organisation.slug)
    assert [message.to for message in mail.outbox] == [["kor@forening.example"]]
    with pytest.raises(CommandError, match="opdigtet"):
        said("--organisation", "opdigtet")


def test_mail_server_away_ends_the_run_with_an_error(old, monkeypatch):
    def send_messages(self, messages):
        raise ConnectionRefusedError("nobody there")

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    with pytest.raises(CommandError, match="Mailserveren svarer ikke"):
        said()


def test_as_a_task_it_does_the_same(old):
    assert "sat i kø" in said("--enqueue")
    assert len(mail.outbox) == 1
    with pytest.raises(CommandError):
        said("--enqueue", "--dry-run")
