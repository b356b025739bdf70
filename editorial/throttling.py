"""How much there is room for of what visitors send to the editors."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.visitors.throttling import has_room

MOST_FROM_ONE = 5
MOST_IN_ALL = 200


def may_report(request: HttpRequest) -> bool:
    """Count this report, and say whether there is room for it."""
    return may_send(request, "report")


def may_send(request: HttpRequest, kind: str) -> bool:
    """Count one more of what visitors send, each kind by itself, and say whether there is room for it."""
    return has_room(request, kind, from_one=MOST_FROM_ONE, in_all=MOST_IN_ALL)
