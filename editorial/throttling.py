"""Not too many reports from one place at a time, without remembering where they come from.

What is counted under is a keyed hash of the address and the hour, in the cache, for an hour. It cannot be turned back
into an address, and nothing of it reaches the database or a log.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

WINDOW = timedelta(hours=1)
MOST_FROM_ONE = 5
MOST_IN_ALL = 200


def may_report(request: HttpRequest) -> bool:
    """Count this report, and say whether there is room for it."""
    return may_send(request, "report")


def may_send(request: HttpRequest, kind: str) -> bool:
    """Count one more of what visitors send, each kind by itself, and say whether there is room for it."""
    hour = timezone.now().strftime("%Y%m%d%H")
    one = salted_hmac("editorial.throttling", f"{hour} {_address(request)}", algorithm="sha256").hexdigest()
    return _counted(f"{kind}:{one}") <= MOST_FROM_ONE and _counted(f"{kind}:all:{hour}") <= MOST_IN_ALL


def _counted(key: str) -> int:
    cache.add(key, 0, timeout=WINDOW.total_seconds())
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return 1


def _address(request: HttpRequest) -> str:
    """The visitor's address as the outermost trusted proxy saw it; what anybody can write is not believed."""
    trusted = settings.TRUSTED_PROXIES
    passed = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return passed[-trusted] if 0 < trusted <= len(passed) else request.META.get("REMOTE_ADDR", "")
