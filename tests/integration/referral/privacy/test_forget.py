"""People are forgotten when their time is up, and stay so."""

from __future__ import annotations

import datetime

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone

from referral.actions.close_referral import close_referral
from referral.actions.forget import forget_contact, forget_referral
from referral.actions.forget_by_rule import forget_by_rule, would_forget
from referral.actions.write_note import write_note
from referral.checks import what_is_kept_is_kept_for_a_time
from referral.life.choices import CloseReason, ConsentKind, Event, ForgottenWhy
from referral.models import Consent, Contact, ForgottenReferral, Referral, ReferralStep
from referral.models.append_only import AppendOnlyQuerySet
from referral.privacy.ledger import mark_of
from referral.privacy.said import everything_said
from tests.factories.referral_cases import contact_for

from .backups import OF_A_REFERRAL, dump, restore

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = datetime.timedelta(days=1)


@pytest.fixture
def person(case):
    """Wants to be contacted; somebody has written a note."""
    contact_for(case.referral, address="Havnegade 4")
    write_note(referral=case.referral, note="Savner sin mand", by=case.network, now=NOW)
    return case.referral


def close(case, at=NOW) -> None:
    close_referral(referral=case.referral, reason=CloseReason.ENOUGH, by=case.network, version=1, now=at)


def words_left() -> list[str]:
    return [said.model.__name__ for said in everything_said() if said.rows_with_words().exists()]


def test_open_referral_is_not_forgotten(person, ledger):
    assert forget_by_rule(now=NOW + 100 * DAY).contacts == 0
    assert words_left() == ["Contact", "ReferralStep"]


def test_contact_and_notes_are_forgotten_after_their_days_and_the_rest_stays(case, person, ledger, settings):
    close(case)
    settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE = 10
    assert forget_by_rule(now=NOW + 10 * DAY - datetime.timedelta(seconds=1)).contacts == 0
    assert forget_by_rule(now=NOW + 10 * DAY).contacts == 1
    assert words_left() == []
    assert not Contact.objects.exists()
    assert Referral.objects.get().entries.count() == 2
    assert Referral.objects.get().steps.count() == 2, "who did what stays, without its words"
    receipt = ForgottenReferral.objects.get()
    assert (receipt.part, receipt.why, receipt.mark) == ("kontakt", "frist", mark_of(person.code))
    assert forget_by_rule(now=NOW + 11 * DAY).contacts == 0, "once is enough"


def test_whole_referral_is_forgotten_after_its_months(case, person, ledger):
    close(case)
    assert forget_by_rule(now=NOW + 360 * DAY).referrals == 0
    assert forget_by_rule(now=NOW + 367 * DAY).referrals == 1
    assert [model.__name__ for model in OF_A_REFERRAL if models.QuerySet(model).exists()] == []
    assert {row.part for row in ForgottenReferral.objects.all()} == {"kontakt", "alt"}


def test_dry_run_writes_nothing(case, person, ledger, capsys):
    close(case, at=NOW - 400 * DAY)
    assert would_forget(now=NOW).referrals == 1
    call_command("forget", "--dry-run")
    call_command("forget", "--dry-run", "--referral", person.code)
    assert "Ville have glemt 1 helt." in capsys.readouterr().out
    assert Contact.objects.exists() and not ForgottenReferral.objects.exists() and not ledger.lines()


def test_receipt_is_written_beside_the_database_without_the_data(
    case, person, ledger, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        call_command("forget", "--referral", person.code.upper())
    (line,) = ledger.lines()
    assert set(line) == {"receipt", "mark", "part", "why", "at"}
    assert (line["part"], line["why"]) == ("alt", "anmodning")
    assert person.code not in ledger.path.read_text()
    with pytest.raises(CommandError, match="glemt allerede"):
        call_command("forget", "--referral", person.code)


@pytest.mark.parametrize("forgotten", ["contact", "all"])
def test_restored_backup_is_cleaned_by_the_ledger(
    case, person, ledger, forgotten, capsys, django_capture_on_commit_callbacks
):
    backup = dump()
    act = forget_referral if forgotten == "all" else forget_contact
    with django_capture_on_commit_callbacks(execute=True):
        act(referral=person, why=ForgottenWhy.WITHDRAWN, now=timezone.now())
    restore(backup)
    assert words_left() == ["Contact", "ReferralStep"], "the backup has brought the person back"
    call_command("forget")
    assert "Glemte 1 igen efter en gendannelse." in capsys.readouterr().out
    assert words_left() == []
    assert Referral.objects.exists() == (forgotten == "contact")
    assert ForgottenReferral.objects.count() == 1, "the receipt is back in the database"
    call_command("forget")
    assert "Glemte 0 igen" in capsys.readouterr().out
    assert len(ledger.lines()) == 1, "forgetting again needs no new receipt"


def test_what_is_said_after_a_contact_was_forgotten_stays(case, person, ledger, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        forget_contact(referral=person, why=ForgottenWhy.WITHDRAWN, now=NOW)
    Consent.objects.filter(kind=ConsentKind.CONTACTED).update(withdrawn_at=NOW)
    write_note(referral=person, note="Kommer selv", by=case.network, now=NOW + DAY)
    call_command("forget")
    assert person.steps.get(event=Event.NOTE, at__gt=NOW).note == "Kommer selv"
    contact_for(person)
    Consent.objects.filter(withdrawn_at=None, kind=ConsentKind.CONTACTED).update(given_at=NOW + DAY)
    call_command("forget")
    assert Contact.objects.get().first_name == "Gudrun", "they have said yes to it again"


def test_receipts_that_the_file_lacks_are_written_by_the_next_run(case, person, ledger, settings, caplog, tmp_path):
    good, settings.FORGET_LEDGER = settings.FORGET_LEDGER, str(tmp_path)
    forget_referral(referral=person, why=ForgottenWhy.ASKED, now=NOW)
    with pytest.raises(CommandError, match="FORGET_LEDGER kan ikke læses eller skrives"):
        call_command("forget")
    settings.FORGET_LEDGER = good
    call_command("forget")
    assert len(ledger.lines()) == 1


def test_file_that_cannot_be_written_does_not_stop_the_forgetting(
    case, person, settings, caplog, tmp_path, django_capture_on_commit_callbacks
):
    settings.FORGET_LEDGER = str(tmp_path)
    with django_capture_on_commit_callbacks(execute=True):
        forget_referral(referral=person, why=ForgottenWhy.ASKED, now=NOW)
    assert not Referral.objects.exists()
    assert "FORGET_LEDGER cannot be written" in caplog.text


def test_line_that_was_cut_short_is_named_and_the_others_hold(case, person, ledger, django_capture_on_commit_callbacks):
    ledger.path.parent.mkdir()
    ledger.path.write_text('{"receipt": "4f')
    backup = dump()
    with django_capture_on_commit_callbacks(execute=True):
        forget_referral(referral=person, why=ForgottenWhy.ASKED, now=NOW)
    restore(backup)
    with pytest.raises(CommandError, match="Linje 1 i FORGET_LEDGER"):
        call_command("forget")
    assert not Referral.objects.exists()


def test_untouched_referral_is_told_of_and_then_closed(case, ledger, settings):
    settings.REFERRAL_UNTOUCHED_DAYS = 50
    assert forget_by_rule(now=NOW + 49 * DAY).reminded == 0
    late = NOW + 51 * DAY
    assert forget_by_rule(now=late).reminded == 1
    (told,) = mail.outbox
    assert told.to == [case.referrer.email]
    assert case.referral.code in told.body
    assert forget_by_rule(now=late + 29 * DAY) == forget_by_rule(now=late + 29 * DAY)
    assert len(mail.outbox) == 1, "once"
    assert forget_by_rule(now=late + 31 * DAY).closed == 1
    row = Referral.objects.get()
    assert row.close_reason == CloseReason.UNTOUCHED
    assert row.version == 2
    assert list(row.steps.values_list("event", flat=True)) == [Event.REMINDED, Event.CLOSED]


def test_touched_referral_stays_open(case, ledger, settings):
    settings.REFERRAL_UNTOUCHED_DAYS = 50
    late = NOW + 51 * DAY
    forget_by_rule(now=late)
    write_note(referral=case.referral, note="Venter på svar", by=case.network, now=late + DAY)
    assert forget_by_rule(now=late + 40 * DAY).closed == 0
    assert forget_by_rule(now=late + 60 * DAY).reminded == 1, "and is told of again"


def test_nothing_is_closed_while_the_mail_cannot_be_sent(case, ledger, settings, monkeypatch):
    def away(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("referral.privacy.mails.send_mail", away)
    late = NOW + 200 * DAY
    assert forget_by_rule(now=late).reminded == 0
    assert forget_by_rule(now=late + 40 * DAY).closed == 0


def test_every_encrypted_field_hangs_from_a_referral_and_says_when():
    said = everything_said()
    assert {"Contact", "ReferralStep", "FollowUp"} <= {one.model.__name__ for one in said}
    assert [one.model.__name__ for one in said if not one.written and one.model is not Contact] == []


def test_log_is_still_refused_changes():
    assert isinstance(ReferralStep.objects.all(), AppendOnlyQuerySet)


def test_times_that_do_not_go_together_are_refused(settings):
    assert what_is_kept_is_kept_for_a_time() == []
    settings.REFERRAL_CONTACT_DAYS_AFTER_CLOSE = 400
    assert [one.id for one in what_is_kept_is_kept_for_a_time()] == ["referral.E004"]
