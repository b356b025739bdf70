"""The weekly mail about late referrals."""

from __future__ import annotations

import datetime

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from referral.actions.mail_overdue import mail_overdue
from referral.models import Referral
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def late(case):
    contact_for(case.referral)
    Referral.objects.update(next_on=timezone.localdate() - DAY)
    return case


def recipients() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_owner_and_coordinator_get_one_mail_a_week(late):
    now = timezone.now()
    assert mail_overdue(now=now).sent == 2
    assert recipients() == sorted([late.referrer.email, late.coordinator.email])
    assert mail_overdue(now=now).sent == 0
    assert mail_overdue(now=now + 7 * DAY).sent == 2


def test_mail_says_how_many_and_where_and_nothing_of_the_person(late):
    mail_overdue(now=timezone.now())
    by_address = {message.to[0]: message for message in mail.outbox}
    body = by_address[late.referrer.email].body
    assert "Du har ansvaret for 1 henvisning," in body
    assert "/henvisninger/?vis=forsinkede" in body
    assert "I det, du koordinerer, er 1 henvisning forsinket." in by_address[late.coordinator.email].body
    everything = "".join(f"{message.subject}{message.body}" for message in mail.outbox)
    secrets = ("Gudrun", "58 12 34 56", late.referral.code, late.area.name, late.entry.title)
    assert [word for word in secrets if word in everything] == []


def test_nobody_is_written_to_about_what_is_in_time(case):
    Referral.objects.update(next_on=timezone.localdate())
    assert mail_overdue(now=timezone.now()).sent == 0


def test_who_has_left_the_unit_is_not_written_to(late):
    late.referrer.unit_memberships.all().delete()
    mail_overdue(now=timezone.now())
    assert recipients() == [late.coordinator.email]


def test_mail_that_could_not_be_sent_is_sent_by_the_next_run(late, monkeypatch):
    def away(self, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", away)
        with pytest.raises(CommandError, match="Mailserveren svarer ikke"):
            call_command("mail_overdue_referrals")
    call_command("mail_overdue_referrals")
    assert len(mail.outbox) == 2
