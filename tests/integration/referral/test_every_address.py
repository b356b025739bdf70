"""Every address that names a referral, as the URLconf has them: it exists for nobody who may not see the referral.

A new address is asked without being named here.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from referral.escorts.choices import Help
from referral.life.choices import CloseReason, ConsentKind, State
from referral.models import Consent, EscortArrangement, Referral, ReferralActivity, ReferralRead, ReferralStep
from tests.factories.referral_cases import contact_for
from tests.integration.rights.routes import Route, all_routes

pytestmark = pytest.mark.django_db
ABOUT_ONE = [route for route in all_routes() if "code" in route.parts and route.written.startswith("henvisninger/")]
PLACE = {"position": 1, "state": State.CONTACTED.value, "paper": "a4"}
# What a method that the address does not take gets, whoever asks.
WRONG_METHOD = 405


@pytest.fixture
def person(case) -> Referral:
    """Did not come, is still rung, has somebody to go along, and wants the doctor to hear of it."""
    contact_for(case.referral)
    words = {"given_at": timezone.now(), "wording": "Ja", "wording_version": 1}
    Consent.objects.create(referral=case.referral, kind=ConsentKind.CLOSING_NOTE, **words)
    ReferralActivity.objects.filter(pk=case.entry.pk).update(state=State.ABSENT)
    times = {"created_at": timezone.now(), "meets_at": timezone.now()}
    EscortArrangement.objects.create(entry=case.entry, by=case.network, from_where="Torvet", help=Help.WALK, **times)
    return case.referral


def close(person: Referral) -> None:
    """From now on there is a note to the doctor, and nobody to ring."""
    Referral.objects.filter(pk=person.pk).update(closed_at=timezone.now(), close_reason=CloseReason.ENOUGH)


def answers(client, route: Route, code: str) -> set[int]:
    address = route.address({"code": code, **PLACE})
    return {client.get(address).status_code, client.post(address, {}).status_code} - {WRONG_METHOD}


def test_the_addresses_are_found():
    assert len(ABOUT_ONE) >= 13
    assert {route.namespace for route in ABOUT_ONE} >= {
        "cases",
        "closing-note",
        "escorts",
        "noshow",
        "outcome",
        "privacy",
    }


def test_each_exists_for_whoever_follows_the_person(case, client, person):
    """Without this the others would be content with addresses that lead nowhere at all."""
    client.force_login(case.network)
    found = {route.written: answers(client, route, person.code) for route in ABOUT_ONE}
    close(person)
    for route in ABOUT_ONE:
        found[route.written] |= answers(client, route, person.code)
    assert [written for written, statuses in found.items() if statuses <= {404}] == []


@pytest.mark.parametrize("over", [False, True])
def test_none_exists_for_a_stranger(case, client, person, over):
    if over:
        close(person)
    for who, user in case.strangers.items():
        client.force_login(user)
        for route in ABOUT_ONE:
            assert answers(client, route, person.code) == {404}, (who, route.written)
    assert not ReferralRead.objects.exists()
    assert not ReferralStep.objects.exists()


@pytest.mark.parametrize("guess", ["0" * 13, "x", "%00", "henvisning"])
def test_none_exists_for_a_guessed_code(case, client, guess):
    client.force_login(case.network)
    for route in ABOUT_ONE:
        assert answers(client, route, guess) == {404}, route.written


def test_each_asks_a_visitor_to_sign_in(client, person):
    for route in ABOUT_ONE:
        address = route.address({"code": person.code, **PLACE})
        response = client.get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/konto/log-ind/"), address
