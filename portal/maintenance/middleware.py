"""Answers everything with the page of maintenance while that page is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

RETRY_SECONDS = 600


class MaintenanceMiddleware:
    """Asks for nothing but a file, so it works while the database is being moved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """503 with the page, or the answer that there is."""
        page = _page()
        if page is None:
            return self.get_response(request)
        headers = {
            "Retry-After": str(RETRY_SECONDS),
            "Cache-Control": "no-store",
            "Content-Length": str(len(page)),
        }
        response: Any = HttpResponse(page, status=503, headers=headers)
        # It is meant: Django would log an error for each address that somebody asks for.
        response._has_been_logged = True
        return response


def _page() -> bytes | None:
    try:
        return Path(settings.MAINTENANCE_FILE).read_bytes()
    except FileNotFoundError:
        return None
