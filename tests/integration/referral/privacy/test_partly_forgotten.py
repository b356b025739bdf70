"""A yes that was taken back stays taken back when an older backup is restored, and what hung on it stays forgotten."""

from __future__ import annotations

import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from referral.actions.withdraw_consent import withdraw_consent
from referral.actions.write_note import write_note
from referral.life.choices import FORGOTTEN_WITH, Company, ConsentKind
from referral.models import Consent, Contact, ForgottenReferral, Outcome, Referral
from referral.policies import may_see_contact
from tests.factories.referral_cases import contact_for

from .backups import dump, restore

pytestmark = pytest.mark.django_db
NOW = timezone.now()
PARTLY = [kind for kind in ConsentKind if kind != ConsentKind.REFERRED]


@pytest.fixture
def person(case):
    """Has said yes to everything, and answered."""
    contact_for(case.referral, address="Havnegade 4")
    for kind in (ConsentKind.CLOSING_NOTE, ConsentKind.TILS):
        Consent.objects.create(referral=case.referral, kind=kind, given_at=NOW, wording="Ja", wording_version=1)
    write_note(referral=case.referral, note="Savner sin mand", by=case.network, now=NOW)
    Outcome.objects.create(referral=case.referral, company=Company.values[0], tils_before="7", tils_after="4")
    return case.referral


@pytest.fixture
def taken_back(person, case, ledger, django_capture_on_commit_callbacks):
    """`taken_back(kind)` takes a yes back a second from now, and restores the backup from before."""

    def take(kind: str) -> None:
        backup = dump()
        with django_capture_on_commit_callbacks(execute=True):
            withdraw_consent(referral=person, kind=kind, by=None, now=timezone.now() + datetime.timedelta(seconds=1))
        restore(backup)
        assert Consent.objects.filter(kind=kind, withdrawn_at=None).exists(), "the backup has brought the yes back"

    return take


def tokens_of_numbers() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tils_before, tils_after FROM referral_outcome")
        return [token for row in cursor.fetchall() for token in row if token]


def standing() -> set[str]:
    return set(Consent.objects.filter(withdrawn_at=None).values_list("kind", flat=True))


@pytest.mark.parametrize("kind", PARTLY)
def test_every_yes_that_is_taken_back_leaves_a_receipt_of_its_own_kind(case, person, ledger, kind):
    withdraw_consent(referral=person, kind=kind, by=None, now=NOW)
    receipt = ForgottenReferral.objects.get()
    assert (receipt.part, receipt.why) == (FORGOTTEN_WITH[kind], "trukket")


@pytest.mark.parametrize("kind", PARTLY)
def test_backup_gives_no_yes_back_and_the_others_stand(taken_back, ledger, kind, capsys):
    taken_back(kind)
    call_command("forget", "--dry-run")
    assert "Ville glemme 1 igen" in capsys.readouterr().out
    assert kind in standing(), "only said"
    call_command("forget")
    assert "Glemte 1 igen" in capsys.readouterr().out
    assert standing() == set(ConsentKind.values) - {kind}
    assert Consent.objects.get(kind=kind).withdrawn_at == ForgottenReferral.objects.get().at
    assert Referral.objects.exists()
    call_command("forget")
    assert "Glemte 0 igen" in capsys.readouterr().out
    assert len(ledger.lines()) == 1


def test_numbers_about_loneliness_do_not_come_back(taken_back):
    taken_back(ConsentKind.TILS)
    tokens = tokens_of_numbers()
    assert len(tokens) == 2, "the backup has brought them back"
    call_command("forget")
    assert tokens_of_numbers() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM referral_outcome")
        assert not any(token in repr(cursor.fetchall()) for token in tokens)
    assert Outcome.objects.get().company == Company.values[0], "it is not what they took back"
    assert Contact.objects.exists()


def test_nobody_may_ring_after_the_backup_either(taken_back, case):
    taken_back(ConsentKind.CONTACTED)
    assert may_see_contact(case.network, Referral.objects.get())
    call_command("forget")
    assert not Contact.objects.exists()
    assert not may_see_contact(case.network, Referral.objects.get())
    assert tokens_of_numbers(), "they have said yes to that still"


def test_numbers_given_with_a_new_yes_stay(person, ledger, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(referral=person, kind=ConsentKind.TILS, by=None, now=NOW)
    later = NOW + datetime.timedelta(days=1)
    Consent.objects.create(referral=person, kind=ConsentKind.TILS, given_at=later, wording="Ja", wording_version=1)
    Outcome.objects.update(tils_before="6")
    call_command("forget")
    assert Outcome.objects.get().tils_before == "6"
    assert ConsentKind.TILS in standing()


def test_ledger_holds_no_word_of_it(taken_back, ledger, person):
    taken_back(ConsentKind.TILS)
    (line,) = ledger.lines()
    assert (line["part"], line["why"]) == ("t_ils", "trukket")
    assert person.code not in ledger.path.read_text()
