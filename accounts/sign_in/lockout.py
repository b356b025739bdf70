"""Whoever guesses at a password has to wait: by the name that was tried and where it came from, together.

So nobody can shut another person out from elsewhere. What is kept is a count under keyed hashes of the name and of the
address, which nobody can turn back into either, for as long as it counts.
"""

from __future__ import annotations

import ipaddress
from datetime import datetime
from typing import Any

from axes.handlers.base import AbstractAxesHandler, AxesBaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..visitors.addresses import address_of

TOO_MANY = 429
# Somebody with IPv6 has this much of it to choose an address from.
ONE_NETWORK = 64


def who(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name that was tried, as it is kept."""
    tried = credentials or {}
    return hash_of(tried.get("email") or tried.get("username") or request.POST.get("login", ""))


def hash_of(name: str) -> str:
    """A name as it is kept, upper or lower case."""
    return _keyed(str(name).strip().lower())


def where(request: HttpRequest) -> str:
    """Where it came from, as it is kept: the column takes an address, so the hash is written as one."""
    return str(ipaddress.IPv6Address(bytes.fromhex(_keyed(_network(address_of(request))))[:16]))


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((parsed, ONE_NETWORK), strict=False)) if parsed.version == 6 else address


def _keyed(value: str) -> str:
    return salted_hmac("accounts.sign_in.lockout", value, algorithm="sha256").hexdigest()


class Attempts(AbstractAxesHandler, AxesBaseHandler):
    """How django-axes keeps its count here: nothing about the browser, and no more than the latest."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """How often in a row it has failed, as far as it still counts."""
        attempt = counting(request, credentials).first()
        return attempt.failures_since_start if attempt else 0

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> None:
        """Counts, unless it is shut already: trying on does not make the wait longer."""
        if request is None:
            return
        state: Any = request
        state.axes_credentials = credentials
        if state.axes_locked_out:
            return
        forget_the_old()
        attempt, made = AccessAttempt.objects.get_or_create(
            username=who(request, credentials),
            ip_address=where(request),
            user_agent="",
            defaults={"failures_since_start": 1},
        )
        if not made:
            AccessAttempt.objects.filter(pk=attempt.pk).update(
                failures_since_start=F("failures_since_start") + 1, attempt_time=timezone.now()
            )
        state.axes_locked_out = self.is_locked(request, credentials)

    def user_logged_in(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Whoever got in begins anew."""
        counting(request, {"email": user.email}).delete()
        forget_the_old()

    def user_logged_out(self, sender: Any, request: HttpRequest, user: Any, **kwargs: Any) -> None:
        """Nothing is kept of that."""

    def post_save_access_attempt(self, instance: AccessAttempt, **kwargs: Any) -> None:
        """The count is kept here, and nowhere beside it."""

    def post_delete_access_attempt(self, instance: AccessAttempt, **kwargs: Any) -> None:
        """As above."""


def counting(request: HttpRequest, credentials: dict[str, Any] | None) -> QuerySet[AccessAttempt]:
    """The failures of this name from this address that still count."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    mine = AccessAttempt.objects.filter(username=who(request, credentials), ip_address=where(request))
    return mine.filter(attempt_time__gt=since)


def forget_the_old() -> None:
    """Takes away what no longer counts."""
    AccessAttempt.objects.filter(attempt_time__lte=timezone.now() - settings.AXES_COOLOFF_TIME).delete()


def begin_anew(user: Any, **kwargs: Any) -> None:
    """Whoever has made a new password by mail need not wait."""
    AccessAttempt.objects.filter(username=hash_of(user.email)).delete()


def shut(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """The page that says until when it is shut."""
    attempt = counting(request, credentials).first()
    latest: datetime = attempt.attempt_time if attempt else timezone.now()
    until = latest + settings.AXES_COOLOFF_TIME
    return render(request, "account/shut.html", {"until": until}, status=TOO_MANY)
