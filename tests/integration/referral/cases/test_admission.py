"""Who gets to which address: an object that somebody may not see does not exist for them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.roles import Role
from referral.life.choices import State
from referral.models import ReferralRead, ReferralStep
from tests.factories.accounts import user_with
from tests.factories.referral_cases import contact_for, member_of, responsible_for

pytestmark = pytest.mark.django_db
ABOUT_ONE = ("case", "note", "add", "date", "hand-over", "close", "step")
VERBS = {"case": ("get",), "note": ("post",)}


def address(name: str, code: str) -> str:
    values = {"position": 1, "state": State.RECEIVED.value} if name == "step" else {}
    return reverse(f"cases:{name}", kwargs={"code": code, **values})


def answers(client, name: str, code: str) -> set[int]:
    return {getattr(client, verb)(address(name, code)).status_code for verb in VERBS.get(name, ("get", "post"))}


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_stranger_finds_nothing(case, client, name):
    contact_for(case.referral)
    for who, user in case.strangers.items():
        client.force_login(user)
        assert answers(client, name, case.referral.code) == {404}, who
    assert not ReferralStep.objects.exists()
    assert not ReferralRead.objects.exists()


@pytest.mark.parametrize("name", ABOUT_ONE)
def test_guessed_code_finds_nothing(case, client, name):
    client.force_login(case.referrer)
    for guess in ("0" * 13, "x", "%00", case.referral.code[:-1]):
        assert answers(client, name, guess) == {404}, guess


@pytest.mark.parametrize("name", ["add", "date", "hand-over", "close"])
def test_organisation_has_no_part_in_the_whole(case, client, name):
    client.force_login(case.association)
    assert answers(client, name, case.referral.code) == {404}


def test_organisation_finds_its_own_activity_alone(case, client):
    client.force_login(case.association)
    own, foreign = (
        reverse("cases:step", kwargs={"code": case.referral.code, "position": place, "state": "modtaget"})
        for place in (1, 2)
    )
    assert (client.get(own).status_code, client.get(foreign).status_code) == (200, 404)


@pytest.mark.parametrize("name", ["list", "new"])
def test_who_does_not_work_with_referrals_is_refused(case, client, name):
    for role in (Role.ADMINISTRATOR, Role.EDITOR, Role.LOCAL_EDITOR, Role.CENTRE_STAFF):
        client.force_login(responsible_for(role, case.area))
        assert client.get(reverse(f"cases:{name}")).status_code == 403


def test_only_the_front_line_refers(case, client):
    for user in (case.network, case.coordinator, case.association):
        client.force_login(user)
        assert client.get(reverse("cases:new")).status_code == 403
        assert client.post(reverse("cases:new")).status_code == 403


@pytest.mark.parametrize("name", ["list", "new", "case"])
def test_visitor_is_asked_to_sign_in_and_led_back(case, client, name):
    where = reverse(f"cases:{name}", kwargs={"code": case.referral.code} if name == "case" else {})
    response = client.get(where)
    assert (response.status_code, response["Location"]) == (302, f"/konto/log-ind/?next={where}")


def test_role_that_must_have_a_second_factor_is_led_to_it(case, client, settings):
    settings.MFA_REQUIRED_ROLES = [Role.COORDINATOR]
    client.force_login(case.coordinator)
    for where in (reverse("cases:list"), address("case", case.referral.code)):
        response = client.get(where)
        assert (response.status_code, response["Location"]) == (302, reverse("mfa_index"))
    assert not ReferralRead.objects.exists()


def test_nothing_is_kept_or_listed(case, client):
    client.force_login(case.network)
    for where in (reverse("cases:list"), address("case", case.referral.code), address("close", case.referral.code)):
        response = client.get(where)
        assert response["Cache-Control"] == "no-store, private"
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert b'name="robots" content="noindex' in response.content


def test_form_without_a_token_is_refused(case):
    from django.test import Client

    strict = Client(enforce_csrf_checks=True)
    strict.force_login(case.network)
    assert strict.post(address("note", case.referral.code), {"note": "Hej"}).status_code == 403


def test_front_line_signs_in_to_its_referrals(client):
    from tests.factories.referral_cases import UnitFactory

    user = member_of(UnitFactory())
    response = client.post("/konto/log-ind/", {"login": user.email, "password": "en lang adgangskode"})
    assert response["Location"] == reverse("cases:list")
    client.logout()
    editor = user_with(Role.EDITOR)
    response = client.post("/konto/log-ind/", {"login": editor.email, "password": "en lang adgangskode"})
    assert response["Location"] == "/admin/"
