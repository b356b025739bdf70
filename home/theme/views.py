"""The site's colours as a style sheet."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from home.models import SiteSettings

from .stylesheet import version

A_YEAR = 365 * 24 * 3600


@require_safe
def theme(request: HttpRequest) -> HttpResponse:
    """The style sheet; kept for good by whoever asked for the version that this is."""
    css = SiteSettings.for_request(request).theme
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    if request.GET.get("v") == version(css):
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    return response
