"""Signing in by mail address and password, and a new password by mail."""

from __future__ import annotations

import re
from smtplib import SMTPServerDisconnected

import pytest
from django.contrib.auth import get_user
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse

from accounts.roles import Role
from tests.factories.accounts import user_with

from .signing import PASSWORD, SIGN_IN, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return user_with(Role.EDITOR, email="Rikke@kommune.example")


def test_wagtail_leads_to_the_form_and_the_form_leads_back(client: Client, editor):
    asked = client.get("/admin/reports/locked/", follow=True)
    assert asked.redirect_chain[-1][0] == f"{SIGN_IN}?next=%2Fadmin%2Freports%2Flocked%2F"
    response = client.post(
        SIGN_IN, {"login": "rikke@KOMMUNE.example", "password": PASSWORD, "next": "/admin/reports/locked/"}
    )
    assert response.url == "/admin/reports/locked/"
    assert get_user(client) == editor


def test_nobody_is_led_to_another_website(client: Client, editor):
    response = client.post(SIGN_IN, {"login": editor.email, "password": PASSWORD, "next": "https://ond.example/"})
    assert response.url == "/admin/"


def test_a_wrong_password_and_an_unknown_address_are_told_alike(client: Client, editor):
    wrong = sign_in(client, editor.email, "forkert")
    unknown = sign_in(client, "ingen@kommune.example", "forkert")
    for response in (wrong, unknown):
        assert "Mailadressen eller adgangskoden er forkert." in response.content.decode()
    assert f'value="{editor.email.lower()}"' in wrong.content.decode().lower()


def test_without_husk_mig_one_is_out_when_the_browser_closes(client: Client, editor, settings):
    sign_in(client, editor.email)
    assert client.session.get_expire_at_browser_close()
    client.logout()
    client.post(SIGN_IN, {"login": editor.email, "password": PASSWORD, "remember": "on"})
    assert client.session.get_expiry_age() == settings.SESSION_COOKIE_AGE


def test_a_closed_account_is_told_so(client: Client, editor):
    editor.is_active = False
    editor.save()
    response = client.post(SIGN_IN, {"login": editor.email, "password": PASSWORD}, follow=True)
    assert "Din adgang er lukket" in response.content.decode()


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_request_login_code", "mfa_trust"])
def test_what_is_not_in_use_is_not_there(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("address", ["/admin/password_reset/", "/admin/password_reset/done/"])
def test_wagtails_own_way_to_a_password_is_shut(client: Client, address):
    assert client.get(address).status_code == 404


def link_in(message) -> str:
    return re.search(r"http://testserver(/\S+)", message.body)[1]


def test_a_forgotten_password_is_made_anew_by_mail(client: Client, editor):
    assert client.post("/konto/glemt/", {"email": editor.email}).url == "/konto/glemt/sendt/"
    [message] = mail.outbox
    assert message.subject == "Lav en ny adgangskode"
    assert message.to == [editor.email.lower()]
    page = client.get(link_in(message), follow=True)
    form = page.redirect_chain[-1][0]
    new = {"password1": "korsang hver tirsdag", "password2": "korsang hver tirsdag"}
    assert client.post(form, new).url == "/konto/glemt/klar/"
    assert mail.outbox[-1].subject == "Du har fået en ny adgangskode"
    assert sign_in(client, editor.email, "korsang hver tirsdag").url == "/admin/"
    assert "Linket virker ikke" in Client().get(link_in(message), follow=True).content.decode()


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client: Client):
    assert client.post("/konto/glemt/", {"email": "ingen@kommune.example"}).url == "/konto/glemt/sendt/"
    assert mail.outbox == []


def test_a_mail_server_that_is_down_breaks_nothing(client: Client, editor, monkeypatch, caplog):
    def down(*args, **kwargs):
        raise SMTPServerDisconnected("nede")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", down)
    assert client.post("/konto/glemt/", {"email": editor.email}).url == "/konto/glemt/sendt/"
    assert "could not be sent" in caplog.text


def test_changing_the_password_keeps_one_in_and_tells_by_mail(client: Client, editor):
    sign_in(client, editor.email)
    new = {"oldpassword": PASSWORD, "password1": "korsang hver tirsdag", "password2": "korsang hver tirsdag"}
    assert client.post("/konto/adgangskode/", new).url == "/konto/totrin/"
    assert get_user(client) == editor
    assert mail.outbox[-1].subject == "Din adgangskode er skiftet"


def test_the_account_page_of_wagtail_has_no_password_of_its_own(client: Client, editor):
    client.force_login(editor)
    page = client.get("/admin/account/").content.decode()
    assert 'type="password"' not in page
    assert 'href="/konto/totrin/"' in page
