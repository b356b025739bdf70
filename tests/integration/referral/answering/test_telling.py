"""Writing to the organisations that somebody has been referred to."""

from __future__ import annotations

import smtplib

import pytest
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.roles import Role
from referral.actions.open_referral import open_referral
from referral.actions.tell_organisations import tell_organisations
from referral.life.choices import ConsentKind, State
from referral.models import ReferralActivity
from referral.needs import Needs
from tests.factories.referral_cases import responsible_for

pytestmark = pytest.mark.django_db


def opened(case, **values):
    return open_referral(
        activities=[case.activity],
        unit=case.unit,
        area=case.area,
        needs=Needs(age=79, likes=("sang",)),
        consents=[ConsentKind.REFERRED, ConsentKind.CONTACTED],
        contact={"first_name": "Gudrun", "phone": "58123456", "way": "telefon"},
        note="Hun mistede sin mand",
        by=case.referrer,
        now=timezone.now(),
        **values,
    )


@pytest.fixture
def written(case):
    case.organisation.email = "kor@forening.example"
    case.organisation.save()
    ReferralActivity.objects.update(told_at=timezone.now())
    return case


def test_a_referral_writes_to_its_organisation_once(written, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        referral = opened(written)
    assert [mail.to for mail in mailoutbox] == [["kor@forening.example"]]
    assert referral.entries.get().told_at is not None
    call_command("tell_organisations")
    assert len(mailoutbox) == 1


def test_the_mail_says_nothing_of_the_person(written, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        referral = opened(written)
    mail = mailoutbox[0]
    said = f"{mail.subject} {mail.body} {mail.extra_headers}"
    for secret in ("Gudrun", "58123456", "sang", "79", "mand", referral.code, written.activity.title, "Korsør"):
        assert secret not in said
    assert "/svar-paa-henvisning/" in mail.body


def test_without_a_mail_address_those_responsible_are_written_to(written, mailoutbox):
    written.organisation.email = ""
    written.organisation.save()
    ReferralActivity.objects.filter(pk=written.entry.pk).update(told_at=None)
    tell_organisations(now=timezone.now())
    assert mailoutbox[0].to == [written.association.email]


def test_nobody_to_write_to_is_told_by_the_command(written, mailoutbox, capsys):
    written.organisation.email = ""
    written.organisation.save()
    written.association.responsibilities.all().delete()
    ReferralActivity.objects.filter(pk=written.entry.pk).update(told_at=None)
    call_command("tell_organisations")
    assert written.organisation.name in capsys.readouterr().err
    assert not mailoutbox


def test_what_cannot_be_sent_goes_with_the_next_run(written, mailoutbox, monkeypatch):
    ReferralActivity.objects.filter(pk=written.entry.pk).update(told_at=None)
    with monkeypatch.context() as away:
        away.setattr(EmailMessage, "send", _away)
        with pytest.raises(CommandError):
            call_command("tell_organisations")
    written.entry.refresh_from_db()
    assert written.entry.told_at is None
    call_command("tell_organisations")
    assert len(mailoutbox) == 1


def test_what_is_answered_already_is_not_written_about(written, mailoutbox):
    ReferralActivity.objects.filter(pk=written.entry.pk).update(told_at=None, state=State.CONTACTED)
    tell_organisations(now=timezone.now())
    assert not mailoutbox


def test_a_stranger_with_the_role_is_not_written_to(written, mailoutbox):
    written.organisation.email = ""
    written.organisation.save()
    stranger = responsible_for(Role.ASSOCIATION, written.other, email="anden@forening.example")
    ReferralActivity.objects.filter(pk=written.entry.pk).update(told_at=None)
    tell_organisations(now=timezone.now())
    assert all(stranger.email not in mail.to for mail in mailoutbox)


def _away(self, *args, **kwargs):
    raise smtplib.SMTPServerDisconnected("away")
