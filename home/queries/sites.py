"""The site that a request is for."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Site

from catalogue.kept import kept


def site_of(request: HttpRequest) -> Site | None:
    """As `Site.find_for_request`, which finds here what is laid down on the request; asks once for each host name."""
    if not hasattr(request, "_wagtail_site"):
        request._wagtail_site = _site(request._get_raw_host(), request.get_port())  # type: ignore[attr-defined]
    return request._wagtail_site


@kept
def _site(host: str, port: str) -> Site | None:
    request = HttpRequest()
    request.META = {"HTTP_HOST": host, "SERVER_PORT": port}
    return Site._find_for_request(request)
