"""What a yes was given for is forgotten when it is taken back."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import models
from django.utils import timezone

from referral.actions.changing import NotAllowed
from referral.actions.withdraw_consent import NotGiven, withdraw_consent
from referral.actions.write_note import write_note
from referral.life.choices import Company, ConsentKind, Event, State
from referral.models import Consent, Contact, ForgottenReferral, Outcome, Referral, ReferralActivity
from referral.policies import may_see_contact
from tests.factories.referral_cases import contact_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ledger")]
NOW = timezone.now()


@pytest.fixture
def person(case):
    contact_for(case.referral)
    Consent.objects.create(referral=case.referral, kind=ConsentKind.TILS, given_at=NOW, wording="Ja", wording_version=1)
    write_note(referral=case.referral, note="Savner sin mand", by=case.network, now=NOW)
    return case.referral


def test_contact_withdrawn_forgets_who_it_is_and_goes_on(case, person):
    withdraw_consent(referral=person, kind=ConsentKind.CONTACTED, by=case.referrer, now=NOW)
    row = Referral.objects.get()
    assert row.is_open and row.version == 2
    assert not Contact.objects.exists()
    assert [step.note for step in row.steps.all()] == ["", ""]
    assert row.steps.filter(event=Event.CONSENT, detail=ConsentKind.CONTACTED, by=case.referrer).exists()
    assert not may_see_contact(case.network, row)
    assert ForgottenReferral.objects.get().why == "trukket"


def test_referral_withdrawn_leaves_nothing_but_a_receipt(case, person):
    withdraw_consent(referral=person, kind=ConsentKind.REFERRED, by=None, now=NOW)
    assert not Referral.objects.exists() and not Contact.objects.exists()
    receipt = ForgottenReferral.objects.get()
    assert (receipt.part, receipt.why) == ("alt", "trukket")


def test_other_yes_is_taken_back_and_nothing_else(case, person):
    Outcome.objects.create(referral=person, company=Company.values[0], tils_before="7", tils_after="4")
    withdraw_consent(referral=person, kind=ConsentKind.TILS, by=case.coordinator, now=NOW)
    outcome = Outcome.objects.get()
    assert (outcome.tils_before, outcome.tils_after, outcome.company) == ("", "", Company.values[0])
    assert Contact.objects.exists()
    receipt = ForgottenReferral.objects.get()
    assert (receipt.part, receipt.why) == ("t_ils", "trukket")
    assert set(person.consents.filter(withdrawn_at=None).values_list("kind", flat=True)) == {"henvises", "kontaktes"}


def test_what_hangs_on_the_yes_alone_is_forgotten_with_it(case, person, monkeypatch):
    monkeypatch.setattr(ReferralActivity, "forgotten_with", ConsentKind.TILS, raising=False)
    monkeypatch.setattr(Referral, "forgotten_with", {ConsentKind.TILS: ("referrer",)}, raising=False)
    withdraw_consent(referral=person, kind=ConsentKind.TILS, by=case.network, now=NOW)
    assert not person.entries.exists()


def test_owner_and_organisations_are_told_without_a_name(case, person, django_capture_on_commit_callbacks):
    models.QuerySet(ReferralActivity).filter(pk=case.other_entry.pk).update(
        state=State.DECLINED, declined_reason="fuldt"
    )
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(referral=person, kind=ConsentKind.REFERRED, by=None, now=NOW)
    assert {one.to[0] for one in mail.outbox} == {case.referrer.email, case.organisation.email}
    assert person.code[:5].upper() in mail.outbox[0].subject
    assert [one for one in mail.outbox if "Gudrun" in one.body or "58 12" in one.body] == []


def test_a_yes_that_does_not_stand_is_not_taken_back(case, person):
    with pytest.raises(NotGiven):
        withdraw_consent(referral=person, kind=ConsentKind.CLOSING_NOTE, by=None, now=NOW)


def test_strangers_and_organisations_take_nothing_back(case, person):
    for user in (case.association, *case.strangers.values()):
        with pytest.raises(NotAllowed):
            withdraw_consent(referral=person, kind=ConsentKind.REFERRED, by=user, now=NOW)
    assert Contact.objects.exists()
