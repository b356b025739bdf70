"""The key is lost: nothing can be read any more, and everything can still be forgotten."""

from __future__ import annotations

import datetime

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.db import models
from django.urls import reverse
from django.utils import timezone

from referral.actions.close_referral import close_referral
from referral.actions.follow_up import follow_up
from referral.actions.forget_by_rule import forget_by_rule
from referral.actions.step_referral import step_referral
from referral.actions.write_note import write_note
from referral.answering.links import token
from referral.life.choices import CloseReason, Company, ConsentKind, Decision, State
from referral.life.kept_needs import written_needs
from referral.models import Contact, Referral, ReferralRead
from referral.needs import Needs
from referral.privacy.said import everything_said
from referral.privacy.withdrawal_keys import key_of
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def person(case, ledger, settings):
    """Something stands in every kind of row, and then the key is another."""
    contact_for(case.referral)
    referral = Referral.objects.get()
    referral.needs_kept = written_needs(Needs(likes=("kor",)))
    referral.save()
    write_note(referral=referral, note="Savner sin mand", by=case.network, now=NOW)
    for to in (State.CONTACTED, State.CAME):
        referral.refresh_from_db()
        step_referral(entry=referral.entries.get(position=0), to=to, by=case.network, version=referral.version, now=NOW)
    referral.refresh_from_db()
    told = {"decision": Decision.GOES_ON, "company": Company.RELATION, "note": "Smilede"}
    follow_up(referral=referral, by=case.network, version=referral.version, now=NOW, **told)
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode()]
    return Referral.objects.defer("needs_kept").get()


def ended(person: Referral, days: int) -> None:
    then = NOW - datetime.timedelta(days=days)
    Referral.objects.filter(pk=person.pk).update(closed_at=then, close_reason=CloseReason.ENOUGH)


def words_left() -> list[str]:
    return [said.model.__name__ for said in everything_said() if said.rows_with_words().exists()]


@pytest.mark.parametrize("ask", ["get", "post"])
def test_whoever_answers_by_a_link_is_told_that_the_fault_is_ours(client, person, ask):
    entry = person.entries.defer("referral").get(position=0)
    response = getattr(client, ask)(f"/svar-paa-henvisning/{token(entry)}/", {"do": "se"})
    assert response.status_code == 503
    assert "Vi kan ikke vise det lige nu" in response.content.decode()


def test_contact_and_notes_are_forgotten_all_the_same(person):
    ended(person, 40)
    assert forget_by_rule(now=NOW).contacts == 1
    assert words_left() == []
    kept = models.QuerySet(Referral).extra(select={"raw": "needs_kept"}).defer("needs_kept").get()
    assert kept.raw, "what stays with the referral is not emptied by it"


@pytest.mark.parametrize("way", ["rule", "command", "person"])
def test_all_of_it_is_forgotten_all_the_same(person, client, way):
    if way == "rule":
        ended(person, 400)
        assert forget_by_rule(now=NOW).referrals == 1
    elif way == "command":
        call_command("forget", "--referral", person.code)
    else:
        answer = client.post(f"/samtykke/{key_of(person)}/", {"ja": ConsentKind.REFERRED})
        assert answer.status_code == 302
    assert not Referral.objects.exists()
    assert words_left() == []


def test_person_takes_back_a_yes_to_be_contacted(person, client):
    assert client.post(f"/samtykke/{key_of(person)}/", {"ja": ConsentKind.CONTACTED}).status_code == 302
    assert words_left() == []


def test_list_is_shown_and_the_case_says_what_is_wrong(person, client, case, caplog):
    client.force_login(case.network)
    assert client.get(reverse("cases:list")).status_code == 200
    page = client.get(reverse("cases:case", kwargs={"code": person.code}))
    assert page.status_code == 503
    assert "Intet er slettet" in page.content.decode()
    assert page["Cache-Control"] == "no-store, private"
    assert "No key in REFERRAL_KEYS opens this field" in caplog.text
    assert not ReferralRead.objects.exists()


def test_key_that_is_found_again_opens_it(case, ledger, settings):
    keys = settings.REFERRAL_KEYS
    contact_for(case.referral)
    settings.REFERRAL_KEYS = [Fernet.generate_key().decode()]
    close_referral(
        referral=Referral.objects.defer("needs_kept").get(),
        reason=CloseReason.ENOUGH,
        by=case.network,
        version=1,
        now=NOW,
    )
    forget_by_rule(now=NOW)
    settings.REFERRAL_KEYS = [*settings.REFERRAL_KEYS, *keys]
    assert Contact.objects.get().first_name == "Gudrun", "forgetting others has emptied nothing"
