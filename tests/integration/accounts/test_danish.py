"""Nobody meets English on the pages of the sign-in, whatever they press."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.webauthn.internal import auth
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts import urls
from accounts.models import User
from accounts.roles import Role
from tests.factories.accounts import user_with
from tests.oracles.danish import english_on, listening

from .signing import SECOND_STEP, app_of, code_of, sign_in

pytestmark = pytest.mark.django_db


def addresses(**values: object) -> list[str]:
    """Every address of the sign-in."""
    found = []
    for pattern in urls.urlpatterns:
        named = {name: values[name] for name in pattern.pattern.regex.groupindex}
        found.append(reverse(pattern.name, kwargs=named | pattern.default_args))
    return found


@pytest.fixture
def editor(monkeypatch: pytest.MonkeyPatch) -> User:
    """Somebody with an app, recovery codes and a passkey."""
    user = user_with(Role.EDITOR)
    RecoveryCodes.activate(user)
    Authenticator.objects.create(user=user, type="webauthn", data={"name": "Min telefon", "credential": {}})
    monkeypatch.setattr(auth, "get_credentials", lambda user: [])
    return user


def english_of(client: Client, method: str, address: str) -> tuple[HttpResponse, set[str]]:
    with listening() as listener:
        response = getattr(client, method)(address)
    html = response.headers.get("Content-Type", "").startswith("text/html")
    return response, listener.missed | (english_on(response.content.decode()) if html else set())


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("known", [False, True], ids=["stranger", "signed in"])
@pytest.mark.parametrize("with_app", [False, True], ids=["key alone", "app too"])
def test_no_page_shows_english(client: Client, editor: User, method: str, known: bool, with_app: bool):
    secret = app_of(editor) if with_app else None
    key = Authenticator.objects.get(user=editor, type="webauthn").pk
    seen = 0
    for address in addresses(uidb36="1", key="opdigtet", pk=key, token="opdigtet"):
        if known:
            cache.clear()  # a code works once, and nobody signs in so often
            sign_in(client, editor.email)
            if secret:
                client.post(SECOND_STEP, {"code": code_of(secret)})
            else:
                client.force_login(editor)
        response, english = english_of(client, method, address)
        assert english == set(), address
        assert response.status_code in (200, 302, 404, 405, 410), address
        seen += response.status_code == 200
    assert seen > (5 if known else 2)
