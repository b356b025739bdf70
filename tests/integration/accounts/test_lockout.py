"""Whoever guesses has to wait, and nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib.auth import get_user
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from tests.factories.accounts import user_with

from .signing import PASSWORD, sign_in

pytestmark = pytest.mark.django_db
HERE, ELSEWHERE = {"REMOTE_ADDR": "198.51.100.7"}, {"REMOTE_ADDR": "203.0.113.9"}


@pytest.fixture
def editor():
    return user_with(Role.EDITOR, email="rikke@kommune.example")


def guess(client: Client, email: str, times: int = settings.AXES_FAILURE_LIMIT, **where: str):
    for _ in range(times):
        response = sign_in(client, email, "forkert", **where)
    return response


def test_after_five_wrong_passwords_it_is_shut_and_says_until_when(client: Client, editor):
    assert guess(client, editor.email, 4, **HERE).status_code == 200
    response = guess(client, editor.email, 1, **HERE)
    assert response.status_code == 429
    until = timezone.localtime(AccessAttempt.objects.get().attempt_time + settings.AXES_COOLOFF_TIME)
    assert f"Du kan prøve igen kl. {until:%H.%M}." in response.content.decode()
    assert sign_in(client, editor.email.upper(), PASSWORD, **HERE).status_code == 429
    assert not get_user(client).is_authenticated


def test_others_and_the_same_person_elsewhere_get_in(client: Client, editor):
    guess(client, editor.email, **HERE)
    other = user_with(Role.ASSOCIATION)
    assert sign_in(Client(), other.email, **HERE).url == "/admin/"
    assert sign_in(Client(), editor.email, **ELSEWHERE).url == "/admin/"


def test_what_a_guesser_says_about_where_they_are_is_not_believed(client: Client, editor, settings):
    for number in range(5):
        response = sign_in(client, editor.email, "forkert", **HERE, HTTP_X_FORWARDED_FOR=f"192.0.2.{number}")
    assert response.status_code == 429
    settings.TRUSTED_PROXIES = 1
    assert sign_in(client, editor.email, **HERE, HTTP_X_FORWARDED_FOR="198.51.100.7, 203.0.113.9").url == "/admin/"


def test_a_whole_network_of_ipv6_counts_as_one(client: Client, editor):
    for number in range(5):
        response = sign_in(client, editor.email, "forkert", REMOTE_ADDR=f"2001:db8::{number}")
    assert response.status_code == 429


def test_trying_on_does_not_make_the_wait_longer_and_it_ends(client: Client, editor):
    guess(client, editor.email, **HERE)
    before = AccessAttempt.objects.get().attempt_time
    guess(client, editor.email, 3, **HERE)
    assert AccessAttempt.objects.get().attempt_time == before
    AccessAttempt.objects.update(attempt_time=timezone.now() - settings.AXES_COOLOFF_TIME - timedelta(seconds=1))
    assert sign_in(client, editor.email, **HERE).url == "/admin/"
    assert not AccessAttempt.objects.exists()


def test_getting_in_begins_the_count_anew(client: Client, editor):
    guess(client, editor.email, 4, **HERE)
    sign_in(client, editor.email, **HERE)
    assert guess(Client(), editor.email, 4, **HERE).status_code == 200


def test_a_new_password_by_mail_ends_the_wait(client: Client, editor):
    from accounts.sign_in.lockout import begin_anew

    guess(client, editor.email, **HERE)
    begin_anew(user=editor)
    assert sign_in(client, editor.email, **HERE).url == "/admin/"


def test_nothing_readable_is_kept(client: Client, editor):
    guess(client, editor.email, 2, **HERE)
    kept = " ".join(str(value) for row in AccessAttempt.objects.values() for value in row.values())
    for secret in (editor.email, "198.51.100.7", "forkert", "Mozilla", "konto"):
        assert secret not in kept
    sign_in(client, editor.email, **HERE)
    assert not AccessLog.objects.exists()
