"""Which requests can be answered with a kept page, and what such a page is kept under."""

from __future__ import annotations

import hashlib
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from portal.caching.parameters import is_known, is_tracker
from portal.caching.version import current
from portal.delivery.visitors import is_anonymous

# The administration, uploaded files and documents are never kept.
NEVER = ("/admin/", "/media/", "/dokumenter/")
LONGEST_QUERY = 600


def leave_out_trackers(request: HttpRequest) -> None:
    """Takes what newsletters and social media add to an address out of the request, so that no page sees it."""
    query = request.META.get("QUERY_STRING", "")
    if not query or not any(is_tracker(name) for name in request.GET):
        return
    kept = [(name, value) for name, values in request.GET.lists() for value in values if not is_tracker(name)]
    request.META["QUERY_STRING"] = urlencode(kept)
    request.__dict__.pop("GET", None)


def key_of(request: HttpRequest) -> str | None:
    """What the answer is kept under, or None when it must be made for this request alone.

    It names the content's version, the day (what is "today" on a page changes at midnight), scheme, host, path and
    query. The language is in the path.
    """
    if not _can_be_shared(request):
        return None
    parts = (
        current(),
        timezone.localdate().isoformat(),
        request.scheme or "",
        request.get_host(),
        request.get_full_path(),
    )
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=20).hexdigest()


def _can_be_shared(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        # A preview is a request that the editors' pages make up.
        and not getattr(request, "is_dummy", False)
        and not request.path.startswith(NEVER)
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and all(is_known(name) for name in request.GET)
        and is_anonymous(request)
    )
