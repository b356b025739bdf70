"""Signing in as people do, through the form."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.http import HttpResponse
from django.test import Client

from accounts.models import User

PASSWORD = "en lang adgangskode"
SIGN_IN = "/konto/log-ind/"
SECOND_STEP = "/konto/totrin/kode/"
ACCOUNT = "/konto/totrin/"


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> HttpResponse:
    """What comes of filling in the form."""
    address = more.pop("address", SIGN_IN)
    return client.post(address, {"login": email, "password": password}, **more)


def app_of(user: User) -> str:
    """Gives somebody an app for codes; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def code_of(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
