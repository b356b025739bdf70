"""Compresses what is sent to those who are nobody in particular.

A compressed page that holds a secret and repeats what somebody typed gives the secret away by its length (BREACH). So
only answers without one are compressed: no session, no form token, no cookie. Editors' pages travel as they are.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from portal.delivery.encoding import FEWEST_BYTES, accepted, encode, is_text
from portal.delivery.visitors import is_anonymous


class CompressionMiddleware:
    """Compresses with brotli or gzip, whichever the browser likes better."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, compressed where that is safe and worth it."""
        response = self.get_response(request)
        if not _may_be_compressed(request, response):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        encoding = accepted(request.headers.get("Accept-Encoding", ""))
        if encoding:
            response.content = encode(response.content, encoding)
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(response.content))
            _weaken_etag(response)
        return response


def _may_be_compressed(request: HttpRequest, response: HttpResponseBase) -> bool:
    return (
        not response.streaming
        and not response.has_header("Content-Encoding")
        and is_text(response.headers.get("Content-Type", ""))
        and len(response.content) >= FEWEST_BYTES
        and not response.cookies
        and is_anonymous(request)
    )


def _weaken_etag(response: HttpResponseBase) -> None:
    etag = response.headers.get("ETag", "")
    if etag.startswith('"'):
        response.headers["ETag"] = f"W/{etag}"
