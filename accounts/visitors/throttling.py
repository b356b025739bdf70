"""Not too much from one place at a time, without remembering where it comes from.

What is counted under is a keyed hash of the address and the hour, in the cache, for an hour. It cannot be turned back
into an address, and nothing of it reaches the database or a log.
"""

from __future__ import annotations

from datetime import timedelta

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .addresses import address_of

WINDOW = timedelta(hours=1)


def has_room(request: HttpRequest, what: str, *, from_one: int, in_all: int) -> bool:
    """Count one more of `what`, and say whether it is within the most an hour `from_one` address and `in_all`."""
    hour = timezone.now().strftime("%Y%m%d%H")
    one = salted_hmac("accounts.visitors", f"{what} {hour} {address_of(request)}", algorithm="sha256").hexdigest()
    return _counted(f"{what}:{one}") <= from_one and _counted(f"{what}:all:{hour}") <= in_all


def _counted(key: str) -> int:
    cache.add(key, 0, timeout=WINDOW.total_seconds())
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two lines
        return 1
