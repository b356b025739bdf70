"""Where a request comes from."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The visitor's address as the outermost trusted proxy saw it; what anybody can write is not believed."""
    trusted = settings.TRUSTED_PROXIES
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return passed[-trusted] if 0 < trusted <= len(passed) else request.META.get("REMOTE_ADDR", "")
