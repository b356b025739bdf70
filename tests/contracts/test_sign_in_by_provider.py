"""Signing in by a real provider of OpenID Connect on this machine, as a kommune's would be."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import requests
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import get_user
from django.test import Client
from wagtail.models import ModelLogEntry

from accounts.models import Invitation, User
from accounts.roles import Role
from tests.factories.accounts import InvitationFactory, UserFactory, user_with

pytestmark = pytest.mark.django_db
BY_PROVIDER = "/konto/kommune/"
INGER = {"email": "Inger@kommune.example", "email_verified": True, "given_name": "Inger", "family_name": "Holm"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A running provider."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(f"{address}/.well-known/openid-configuration")
            yield address
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(150):
        try:
            if requests.get(address, timeout=5).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    pytest.fail(f"The provider does not answer at {address}")


@pytest.fixture(autouse=True)
def provider(issuer: str, settings) -> str:
    settings.OIDC_ISSUER = issuer
    app = {
        "provider_id": "kommune",
        "name": "Slagelse Kommune",
        "client_id": "portal",
        "secret": "hemmelig",
        "settings": {"server_url": issuer},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
    return issuer


def come_by(client: Client, issuer: str, claims: dict[str, object], sub: str = "inger", **query: str):
    """What the portal answers to somebody who has just shown the provider who they are."""
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=10).raise_for_status()
    asked = client.get(BY_PROVIDER, query)
    there = requests.post(asked.url, data={"sub": sub}, allow_redirects=False, timeout=10)
    back = urlsplit(there.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def words_of(client: Client, response) -> str:
    assert response.url == "/konto/log-ind/"
    return client.get(response.url).content.decode()


def test_the_invited_come_in_and_use_up_the_invitation(client: Client, issuer):
    user = InvitationFactory(user__email="inger@kommune.example").user
    assert come_by(client, issuer, INGER, next="/admin/historik/").url == "/admin/historik/"
    assert get_user(client) == user
    assert not Invitation.objects.exists()
    assert ModelLogEntry.objects.filter(action="accounts.invitation_accepted").exists()


def test_nothing_that_the_provider_says_is_kept(client: Client, issuer):
    UserFactory(email="inger@kommune.example")
    come_by(client, issuer, {**INGER, "cpr": "010150-1234"})
    assert SocialAccount.objects.get().extra_data == {}


def test_somebody_whom_nobody_has_invited_is_told(client: Client, issuer):
    assert "Du har ikke adgang endnu." in words_of(client, come_by(client, issuer, INGER))
    assert not User.objects.filter(email="inger@kommune.example").exists()
    assert not get_user(client).is_authenticated


@pytest.mark.parametrize("verified", [False, None, "false"])
def test_an_address_that_is_not_vouched_for_leads_nowhere(client: Client, issuer, verified):
    UserFactory(email="inger@kommune.example")
    response = come_by(client, issuer, {**INGER, "email_verified": verified})
    assert "siger ikke god for en mailadresse" in words_of(client, response)


def test_another_claim_may_hold_the_address(client: Client, issuer, settings):
    settings.OIDC_MAIL_CLAIM, settings.OIDC_TRUSTS_MAIL = "preferred_username", True
    user = UserFactory(email="inger@kommune.example")
    come_by(client, issuer, {"preferred_username": "INGER@kommune.example"})
    assert get_user(client) == user


def test_a_known_person_comes_in_also_when_the_address_has_changed(client: Client, issuer):
    user = UserFactory(email="inger@kommune.example")
    come_by(client, issuer, INGER)
    come_by(Client(), issuer, {**INGER, "email": "inger.holm@kommune.example"})
    assert SocialAccount.objects.get().user == user


def test_a_role_there_is_a_role_here_and_goes_again(client: Client, issuer, settings):
    settings.OIDC_ROLES = ["Redaktion=redaktoer", "IT=administrator"]
    come_by(client, issuer, {**INGER, "roles": ["Redaktion", "Kantine"]})
    user = User.objects.get(email="inger@kommune.example")
    user.groups.add(user_with(Role.ASSOCIATION).groups.get())
    assert (user.first_name, user.has_usable_password()) == ("Inger", False)
    assert client.get("/admin/").status_code == 200
    come_by(Client(), issuer, {**INGER, "roles": ["IT"]})
    assert sorted(group.name for group in user.groups.all()) == ["Administratorer", "Foreninger"]
    assert ModelLogEntry.objects.filter(action="accounts.rights", data__taken=["Redaktører"]).exists()


def test_the_providers_second_factor_counts_when_it_is_said_to(client: Client, issuer, settings):
    settings.MFA_REQUIRED_ROLES = [Role.EDITOR]
    user_with(Role.EDITOR, email="inger@kommune.example")
    come_by(client, issuer, INGER)
    assert client.get("/admin/").url == "/konto/totrin/"
    settings.OIDC_HAS_MFA = True
    assert client.get("/admin/").status_code == 200
    assert not Authenticator.objects.exists()


def test_somebody_with_neither_password_nor_second_factor_signs_in_again_to_set_one_up(client, issuer):
    InvitationFactory(user=user_with(Role.EDITOR, email="inger@kommune.example", password=None))
    come_by(client, issuer, INGER)
    app = "/konto/totrin/app/"
    assert client.get(app).status_code == 200
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    asked = client.get(app, follow=True)
    assert asked.redirect_chain == [("/konto/log-ud/?next=%2Fkonto%2Ftotrin%2Fapp%2F", 302)]
    assert "Log ud, og log ind igen" in asked.content.decode()
    left = client.post("/konto/log-ud/", {"next": app}, follow=True)
    assert left.redirect_chain[-1][0] == "/konto/log-ind/?next=%2Fkonto%2Ftotrin%2Fapp%2F"
    assert come_by(client, issuer, INGER, next=app).url == app
    assert client.get(app).status_code == 200


def test_a_closed_account_stays_closed(client: Client, issuer):
    UserFactory(email="inger@kommune.example", is_active=False)
    assert come_by(client, issuer, INGER).url == "/konto/lukket/"


def test_without_passwords_only_superusers_have_one(client: Client, settings):
    settings.OIDC_PASSWORDS = False
    editor, chief = user_with(Role.EDITOR), UserFactory(is_superuser=True)
    for user, inside in ((editor, False), (chief, True)):
        client.post("/konto/log-ind/", {"login": user.email, "password": "en lang adgangskode"})
        assert get_user(client).is_authenticated is inside


def test_the_sign_in_offers_it_where_it_is_set_up(client: Client, settings):
    settings.OIDC_NAME = "Slagelse Kommune"
    page = client.get("/konto/log-ind/?next=/admin/historik/").content.decode()
    assert "Log ind hos Slagelse Kommune" in page
    assert "/konto/kommune/?next=%2Fadmin%2Fhistorik%2F" in page
    settings.OIDC_ISSUER, settings.SOCIALACCOUNT_PROVIDERS = "", {"openid_connect": {"APPS": []}}
    assert "Log ind hos" not in client.get("/konto/log-ind/").content.decode()
    assert client.get(BY_PROVIDER).status_code == 404


def test_a_provider_that_is_down_or_says_no_is_told(client: Client, issuer, settings):
    asked = client.get(BY_PROVIDER)
    state = dict(part.split("=") for part in urlsplit(asked.url).query.split("&"))["state"]
    answer = client.get(f"{BY_PROVIDER}tilbage/", {"error": "access_denied", "state": state})
    assert "Det gik ikke at logge ind hos kommunen." in words_of(client, answer)
    [app] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    app["settings"] = {"server_url": f"http://127.0.0.1:{free_port()}"}
    assert "svarer ikke lige nu" in words_of(client, client.get(BY_PROVIDER))


def test_an_answer_that_nobody_asked_for_is_refused(client: Client, issuer):
    UserFactory(email="inger@kommune.example")
    response = client.get(f"{BY_PROVIDER}tilbage/", {"code": "stjaalet", "state": "opdigtet"})
    assert "Det gik ikke at logge ind hos kommunen." in words_of(client, response)
    assert not get_user(client).is_authenticated
