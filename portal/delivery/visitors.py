"""Who asks: somebody whom the portal knows, or nobody in particular."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

MESSAGES_COOKIE = "messages"


def is_anonymous(request: HttpRequest) -> bool:
    """Whether nothing in the request can make the answer differ from anybody else's."""
    if "HTTP_AUTHORIZATION" in request.META:
        return False
    ours = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME, MESSAGES_COOKIE}
    return ours.isdisjoint(request.COOKIES)
