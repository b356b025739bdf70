"""An administrator sees who has a second factor, and helps somebody who has lost theirs."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import transaction
from django.test import Client
from wagtail.models import ModelLogEntry

from accounts.roles import Role
from tests.factories.accounts import UserFactory, user_with

from .signing import app_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = user_with(Role.EDITOR, first_name="Rikke", last_name="Redaktør")
    app_of(user)
    return user


def test_the_list_of_users_says_who_has_one(client: Client, editor):
    client.force_login(UserFactory(is_superuser=True))
    users = {user.email: user for user in client.get("/admin/users/").context["users"]}
    assert users[editor.email].has_factor
    assert sum(user.has_factor for user in users.values()) == 1
    assert f"/admin/totrin/{editor.pk}/fjern/" in client.get("/admin/users/").content.decode()


def test_it_is_taken_away_told_and_written_down(client: Client, editor, monkeypatch):
    monkeypatch.setattr(transaction, "on_commit", lambda act: act())
    administrator = user_with(Role.ADMINISTRATOR)
    client.force_login(administrator)
    assert "Rikke Redaktør" in client.get(f"/admin/totrin/{editor.pk}/fjern/").content.decode()
    assert Authenticator.objects.exists()
    client.post(f"/admin/totrin/{editor.pk}/fjern/")
    assert not Authenticator.objects.exists()
    assert mail.outbox[-1].to == [editor.email]
    entry = ModelLogEntry.objects.get(action="accounts.second_factor_removed")
    assert (entry.user, entry.object_id) == (administrator, str(editor.pk))


def test_editors_may_not(client: Client, editor):
    client.force_login(user_with(Role.EDITOR))
    assert client.post(f"/admin/totrin/{editor.pk}/fjern/").url == "/admin/"
    assert Authenticator.objects.exists()
