"""Sending a calendar so that asking again costs little."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_response(
    request: HttpRequest, content: bytes, *, filename: str, modified: datetime | None
) -> HttpResponseBase:
    """The calendar, or 304 when the asker has it already; `filename` is without ending, `modified` aware.

    It may be stored, but never used without asking: a cancelled date must show at the next look.
    """
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    timestamp = int(modified.timestamp()) if modified else None
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    response["Cache-Control"] = "no-cache"
    response["ETag"] = etag
    if timestamp is not None:
        response["Last-Modified"] = http_date(timestamp)
    return get_conditional_response(request, etag, timestamp, response) or response
