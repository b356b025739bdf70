"""Headers that keep visitors safe: what a page may load and run, and what it may ask the device for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

ADMIN = "/admin/"


def policy_words(policy: Mapping[str, Iterable[str]]) -> str:
    """A Content-Security-Policy as it is sent: directive → sources; a directive without sources stands alone."""
    return "; ".join(" ".join([directive, *sources]) for directive, sources in policy.items())


class SecurityHeadersMiddleware:
    """Sends `CONTENT_SECURITY_POLICY` (a looser one for the editors' pages) and `PERMISSIONS_POLICY`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._public = policy_words(settings.CONTENT_SECURITY_POLICY)
        self._admin = policy_words(settings.ADMIN_CONTENT_SECURITY_POLICY)
        self._permissions = settings.PERMISSIONS_POLICY

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with the headers it does not have already."""
        response = self.get_response(request)
        policy = self._admin if request.path.startswith(ADMIN) else self._public
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", self._permissions)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
