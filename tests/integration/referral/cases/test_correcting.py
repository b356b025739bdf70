"""Correcting how the person is reached, and writing down a yes that comes later."""

from __future__ import annotations

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from referral.actions.changing import NotAllowed, Outdated
from referral.actions.close_referral import close_referral
from referral.actions.correct_person import correct_person
from referral.actions.withdraw_consent import withdraw_consent
from referral.life.choices import CloseReason, ConsentKind, Event, ReadKind
from referral.life.wordings import WORDINGS
from referral.models import Contact, Referral
from referral.policies import may_see_contact
from referral.privacy.withdrawal_keys import address_of
from tests.factories.referral_cases import contact_for

pytestmark = pytest.mark.django_db
RIGHT = {"first_name": "Gudrunella", "phone": "58 98 76 54", "address": "Troldegade 77", "way": "sms"}
LATER = [kind for kind in ConsentKind if kind != ConsentKind.REFERRED]


def address(case) -> str:
    return reverse("cases:contact", kwargs={"code": case.referral.code})


def case_page(case) -> str:
    return reverse("cases:case", kwargs={"code": case.referral.code})


def text(response) -> str:
    return " ".join(response.content.decode().split())


def send(client, case, **data):
    values = {"version": 1, "given_how": "skriftligt", **data}
    return client.post(address(case), values)


def contact(case) -> Contact:
    return Contact.objects.get(referral=case.referral)


def in_database() -> str:
    """Every encrypted token of a contact, as it stands on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT first_name, phone, address, way FROM referral_contact")
        return repr(cursor.fetchall())


def correct(case, **values):
    values = {"referral": case.referral, "by": case.network, "version": 1, "now": timezone.now(), **values}
    return correct_person(**values)


@pytest.mark.parametrize("who", ["referrer", "colleague", "network", "coordinator"])
def test_wrong_number_is_corrected_and_the_old_one_is_gone(case, client, who):
    contact_for(case.referral)
    old = in_database()
    client.force_login(getattr(case, who))
    page = text(client.get(address(case)))
    assert 'value="Gudrun"' in page and 'value="58 12 34 56"' in page
    assert send(client, case, **RIGHT)["Location"] == case_page(case)
    there = contact(case)
    assert {name: getattr(there, name) for name in RIGHT} == RIGHT
    new = in_database()
    assert not any(token in new for token in old.split("'") if len(token) > 9), "the old one is not kept"
    assert not any(value in new for value in list(RIGHT.values())[:3]), "it is encrypted"


def test_log_says_that_it_was_corrected_and_never_what(case, client):
    contact_for(case.referral)
    client.force_login(case.network)
    send(client, case, **RIGHT)
    step = case.referral.steps.get()
    assert (step.event, step.detail, step.note, step.by) == (Event.CORRECTED, "", "", case.network)
    assert "Kontakten er rettet" in text(client.get(case_page(case)))


def test_nothing_new_changes_nothing(case, client):
    there = contact_for(case.referral)
    client.force_login(case.network)
    send(client, case, first_name=there.first_name, phone=there.phone, way=there.way)
    case.referral.refresh_from_db()
    assert case.referral.version == 1
    assert not case.referral.steps.exists()


def test_yes_to_be_contacted_comes_later_with_the_contact(case, client):
    client.force_login(case.network)
    assert str(WORDINGS[ConsentKind.CONTACTED].text) in text(client.get(address(case)))
    send(client, case, consents=["kontaktes"], **RIGHT)
    given = case.referral.consents.get(kind=ConsentKind.CONTACTED)
    assert (given.given_how, given.recorded_by, given.withdrawn_at) == ("skriftligt", case.network, None)
    wording = WORDINGS[ConsentKind.CONTACTED]
    assert (given.wording, given.wording_version) == (str(wording.text), wording.version)
    assert contact(case).phone == RIGHT["phone"]
    step = case.referral.steps.get()
    assert (step.event, step.detail) == (Event.SAID_YES, ConsentKind.CONTACTED)
    page = text(client.get(case_page(case)))
    assert "Nyt ja: at blive kontaktet" in page and RIGHT["first_name"] in page


@pytest.mark.parametrize("kind", [ConsentKind.CLOSING_NOTE, ConsentKind.TILS])
@pytest.mark.parametrize("known", [False, True])
def test_other_yes_comes_later_with_and_without_a_contact(case, client, kind, known):
    if known:
        contact_for(case.referral)
    client.force_login(case.referrer)
    data = {"first_name": "Gudrun", "phone": "58 12 34 56", "way": "telefon"} if known else {}
    assert send(client, case, consents=[kind.value], **data).status_code == 302
    assert case.referral.consents.get(kind=kind).wording == str(WORDINGS[kind].text)
    assert [step.detail for step in case.referral.steps.all()] == [kind]
    assert Contact.objects.exists() == known


@pytest.mark.parametrize("kind", LATER)
def test_yes_that_was_taken_back_is_given_again_and_taken_back_again_by_the_person(case, client, kind):
    correct(case, consents=[kind], contact=RIGHT if kind == ConsentKind.CONTACTED else None)
    withdraw_consent(referral=case.referral, kind=kind, by=None, now=timezone.now())
    client.force_login(case.network)
    data = RIGHT if kind == ConsentKind.CONTACTED else {}
    assert send(client, case, version=3, consents=[kind.value], **data).status_code == 302
    rows = case.referral.consents.filter(kind=kind)
    assert [row.withdrawn_at is None for row in rows] == [False, True], "the first row stays as it was"
    client.logout()
    own = address_of(case.referral)
    page = client.get(own)
    assert f'value="{kind.value}"' in text(page)
    assert page.context["taken_back"] == [], "it stands again"
    assert client.post(own, {"ja": kind.value}).status_code == 302
    assert not rows.filter(withdrawn_at=None).exists()
    assert not Contact.objects.exists()


def test_corrected_contact_is_forgotten_when_the_yes_is_taken_back(case, client):
    contact_for(case.referral)
    client.force_login(case.network)
    send(client, case, **RIGHT)
    withdraw_consent(referral=case.referral, kind=ConsentKind.CONTACTED, by=None, now=timezone.now())
    assert not Contact.objects.exists()
    client.force_login(case.network)
    page = text(client.get(address(case)))
    assert not any(value in page for value in list(RIGHT.values())[:3])
    assert not may_see_contact(case.network, Referral.objects.get(pk=case.referral.pk))


def test_who_comes_second_is_told_sees_what_stands_and_loses_nothing(case, client):
    contact_for(case.referral)
    correct(case, contact={**RIGHT, "first_name": "Gudrun"}, by=case.referrer)
    client.force_login(case.network)
    response = send(client, case, first_name="Gudrun", phone="58 00 00 00", way="telefon")
    page = text(response)
    assert response.status_code == 409
    assert "har ændret henvisningen imens" in page and 'name="version" value="2"' in page
    assert "Nu står der: Gudrun, 58 98 76 54, Troldegade 77, send en sms." in page
    assert 'value="58 00 00 00"' in page, "what was typed stays"
    assert contact(case).phone == RIGHT["phone"]
    send(client, case, version=2, first_name="Gudrun", phone="58 00 00 00", way="telefon")
    assert contact(case).phone == "58 00 00 00"


@pytest.mark.parametrize("name", ["first_name", "phone", "address"])
def test_civil_number_is_refused_in_every_field(case, client, name):
    contact_for(case.referral)
    client.force_login(case.network)
    response = send(client, case, **{**RIGHT, name: "010190-1234"})
    assert response.status_code == 422
    assert "Det ligner et CPR-nummer" in text(response)
    assert contact(case).first_name == "Gudrun"


@pytest.mark.parametrize(
    ("known", "data", "words"),
    [
        (False, {}, "Sæt kryds ved det, personen siger ja til."),
        (False, {"first_name": "Gudrun"}, "Sæt kryds ved, at I må kontakte personen."),
        (False, {"consents": ["kontaktes"], "phone": "58 12 34 56"}, "Skriv personens fornavn."),
        (False, {"consents": ["kontaktes"], "first_name": "Gudrun"}, "Skriv et telefonnummer eller en adresse."),
        (False, {"consents": ["henvises"]}, "Det ja er skrevet ned imens."),
        (True, {"first_name": "Gudrun", "phone": "12"}, "Skriv et telefonnummer med otte tal."),
        (True, {"first_name": "", "phone": "58 12 34 56"}, "Skriv personens fornavn."),
    ],
)
def test_what_cannot_be_saved_says_why(case, client, known, data, words):
    if known:
        contact_for(case.referral)
    client.force_login(case.network)
    response = send(client, case, **data)
    assert response.status_code == 422
    assert words in text(response)
    assert not case.referral.steps.exists()


def test_it_does_not_exist_for_those_who_may_not(case, client):
    contact_for(case.referral)
    for user in (*case.strangers.values(), case.association):
        client.force_login(user)
        assert client.get(address(case)).status_code == 404
        assert send(client, case, **RIGHT).status_code == 404
        with pytest.raises(NotAllowed):
            correct(case, contact=RIGHT, by=user)
    client.force_login(case.network)
    guessed = reverse("cases:contact", kwargs={"code": "0" * 13})
    assert client.post(guessed, {"version": 1, **RIGHT}).status_code == 404
    assert contact(case).first_name == "Gudrun"
    assert not case.referral.reads.exists()


def test_organisation_is_not_led_there(case, client):
    contact_for(case.referral)
    for user, led in ((case.network, True), (case.association, False)):
        client.force_login(user)
        assert (address(case) in text(client.get(case_page(case)))) is led


def test_closed_referral_is_neither_corrected_nor_shown_here(case, client):
    contact_for(case.referral)
    close_referral(
        referral=case.referral, reason=CloseReason.ENOUGH, by=case.network, version=1, note="", now=timezone.now()
    )
    client.force_login(case.network)
    page = client.get(address(case))
    assert page.status_code == 409 and "Gudrun" not in text(page)
    assert send(client, case, version=2, **RIGHT).status_code == 409
    assert contact(case).first_name == "Gudrun"
    assert {read.kind for read in case.referral.reads.all()} == {ReadKind.CASE}


@pytest.mark.parametrize(("known", "kind"), [(True, ReadKind.CONTACT), (False, ReadKind.CASE)])
def test_reading_who_it_is_is_written_down(case, client, known, kind):
    if known:
        contact_for(case.referral)
    client.force_login(case.network)
    client.get(address(case))
    assert [(read.user, read.kind) for read in case.referral.reads.all()] == [(case.network, kind)]


@pytest.mark.parametrize(
    "values",
    [
        {"contact": RIGHT},
        {"consents": [ConsentKind.CONTACTED]},
        {"consents": [ConsentKind.REFERRED]},
    ],
)
def test_action_keeps_nobody_without_a_yes_and_no_yes_twice(case, values):
    with pytest.raises(ValueError):
        correct(case, **values)
    with pytest.raises(Outdated):
        correct(case, **values, version=2)
    assert not Contact.objects.exists()
