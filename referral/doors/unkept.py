"""Answers to whoever has a link."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.utils.cache import add_never_cache_headers


def unkept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Kept by nobody, listed nowhere, told to nobody that a link leads to."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return answered
