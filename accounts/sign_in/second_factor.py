"""Who must have a second factor, who has one, and how its secrets are kept."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from ..roles import GROUP_NAMES, Role

# Recovery codes stand in for one of these, and are none of their own.
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_second_factor(user: Any) -> bool:
    """Whether somebody has an app for codes, or a passkey."""
    return Authenticator.objects.filter(user=user, type__in=KINDS).exists()


def must_have_second_factor(user: Any) -> bool:
    """Whether one of the user's roles is in `MFA_REQUIRED_ROLES`; a superuser counts as an administrator."""
    roles = settings.MFA_REQUIRED_ROLES
    if not roles:
        return False
    if user.is_superuser and Role.ADMINISTRATOR in roles:
        return True
    return user.groups.filter(name__in=[GROUP_NAMES[Role(role)] for role in roles]).exists()


def lacks_second_factor(request: HttpRequest) -> bool:
    """Whether whoever is at work here must set one up first."""
    user: Any = request.user
    if not must_have_second_factor(user) or has_second_factor(user):
        return False
    return not _came_by_a_provider_that_asks(request)


def _came_by_a_provider_that_asks(request: HttpRequest) -> bool:
    records = get_authentication_records(request, request.user)
    return settings.OIDC_HAS_MFA and any(record.get("method") == "socialaccount" for record in records)


class MFAAdapter(DefaultMFAAdapter):
    """Keeps the secrets of one-time codes unreadable in the database, and the last factor of whoever must have one."""

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user, type__in=KINDS).exclude(pk=authenticator.pk)
        return others.exists() or not must_have_second_factor(authenticator.user)

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME


def _keys() -> MultiFernet:
    """Made from SECRET_KEY; what was kept under one of SECRET_KEY_FALLBACKS can still be read."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(f"accounts.second_factor:{secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
