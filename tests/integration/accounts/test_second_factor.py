"""The second step of signing in, and who must have it."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import get_user
from django.core import mail
from django.db import transaction
from django.test import Client

from accounts.checks import roles_that_must_have_a_second_factor_exist
from accounts.models import User
from accounts.roles import Role
from tests.factories.accounts import UserFactory, user_with

from .signing import ACCOUNT, SECOND_STEP, app_of, code_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def required(settings):
    settings.MFA_REQUIRED_ROLES = [Role.ADMINISTRATOR, Role.EDITOR]


@pytest.fixture
def editor() -> User:
    return user_with(Role.EDITOR)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR])
def test_who_must_have_one_gets_no_further_than_setting_it_up(client: Client, role):
    sign_in(client, user_with(role).email)
    for address in ("/admin/", "/admin/pages/", "/admin/account/", "/admin/historik/"):
        assert client.get(address).url == ACCOUNT
        assert client.post(address).url == ACCOUNT
    assert client.get("/admin/", headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    page = client.get(ACCOUNT).content.decode()
    assert "Din rolle kræver to trin." in page
    assert "Videre til dit arbejde" not in page
    assert client.post("/admin/logout/").url == "/admin/login/"


def test_a_superuser_must_too(client: Client):
    client.force_login(UserFactory(is_superuser=True))
    assert client.get("/admin/").url == ACCOUNT


def test_others_need_not_and_the_setting_decides(client: Client, editor, settings):
    client.force_login(user_with(Role.ASSOCIATION))
    assert client.get("/admin/").status_code == 200
    settings.MFA_REQUIRED_ROLES = []
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


def test_an_app_is_set_up_and_recovery_codes_are_shown_once(client: Client, editor, monkeypatch):
    sign_in(client, editor.email)
    form = client.get("/konto/totrin/app/").content.decode()
    secret = re.search(r"<code>(\w+)</code>", form)[1]
    wrong = client.post("/konto/totrin/app/", {"code": "000000"}).content.decode()
    assert "Koden er forkert" in wrong
    assert secret in wrong
    monkeypatch.setattr(transaction, "on_commit", lambda act: act())  # while the request lasts, as without a test
    response = client.post("/konto/totrin/app/", {"code": code_of(secret)})
    assert response.url == "/konto/totrin/noedkoder/"
    codes = re.findall(r"<code>(\d{8})</code>", client.get(response.url).content.decode())
    assert len(codes) == 10
    again = client.get(response.url).content.decode()
    assert not any(code in again for code in codes)
    assert client.get("/admin/").status_code == 200
    assert mail.outbox[-1].to == [editor.email]
    assert mail.outbox[-1].subject == "Du bruger nu en app, når du logger ind"


def test_signing_in_takes_the_password_and_the_code(client: Client, editor):
    secret = app_of(editor)
    assert sign_in(client, editor.email).url == SECOND_STEP
    assert not get_user(client).is_authenticated
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == SECOND_STEP
    assert "Koden er forkert" in client.post(SECOND_STEP, {"code": "000000"}).content.decode()
    assert client.post(SECOND_STEP, {"code": code_of(secret)}).url == "/admin/"
    assert get_user(client) == editor


def test_a_recovery_code_works_once(client: Client, editor):
    app_of(editor)
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    sign_in(client, editor.email)
    assert client.post(SECOND_STEP, {"code": code}).url == "/admin/"
    other = Client()
    sign_in(other, editor.email)
    assert other.post(SECOND_STEP, {"code": code}).status_code == 200
    assert not get_user(other).is_authenticated


def test_codes_cannot_be_guessed_at_for_ever(client: Client, editor):
    secret = app_of(editor)
    sign_in(client, editor.email)
    for _ in range(5):
        client.post(SECOND_STEP, {"code": "000000"})
    assert "for mange gange" in client.post(SECOND_STEP, {"code": code_of(secret)}).content.decode()


def test_who_must_have_one_cannot_give_up_the_last(client: Client, editor):
    app_of(editor)
    sign_in(client, editor.email)
    client.post(SECOND_STEP, {"code": code_of(app_secret(editor))})
    page = client.post("/konto/totrin/app/fjern/").content.decode()
    assert "Din rolle kræver to trin." in page
    assert Authenticator.objects.filter(user=editor).exists()


def app_secret(user: User) -> str:
    from allauth.mfa.utils import decrypt

    return decrypt(Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"])


def test_a_session_that_is_not_fresh_asks_for_the_password_again(client: Client, editor):
    client.force_login(editor)
    assert client.get("/konto/totrin/app/").url == "/konto/bekraeft/?next=%2Fkonto%2Ftotrin%2Fapp%2F"
    wrong = client.post("/konto/bekraeft/?next=/konto/totrin/app/", {"password": "forkert"})
    assert "Adgangskoden er forkert" in wrong.content.decode()
    right = client.post("/konto/bekraeft/?next=/konto/totrin/app/", {"password": "en lang adgangskode"})
    assert right.url == "/konto/totrin/app/"
    assert client.get(right.url).status_code == 200


def test_the_secrets_cannot_be_read_from_the_database_and_outlive_a_new_key(editor, settings):
    secret = app_of(editor)
    kept = Authenticator.objects.get(user=editor).data["secret"]
    assert secret not in kept
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "en ny lang hemmelighed"
    assert app_secret(editor) == secret


def test_a_misspelt_role_is_told_at_the_start(settings):
    assert roles_that_must_have_a_second_factor_exist() == []
    settings.MFA_REQUIRED_ROLES = ["redaktør"]
    [error] = roles_that_must_have_a_second_factor_exist()
    assert "redaktør" in error.msg
