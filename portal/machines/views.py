"""Small files for programs, made from the site's settings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home.models import SiteSettings

PAPER = "#fbf7f1"
ICON_SIZES = (192, 512)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines shall leave alone, and where the list of everything is."""
    sitemap = request.build_absolute_uri("/sitemap.xml")
    return render(request, "robots.txt", {"sitemap": sitemap}, content_type="text/plain; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone needs to put the portal on its home screen (W3C Web Application Manifest)."""
    site = SiteSettings.for_request(request)
    icons = [
        {"src": static(f"icons/portal-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in ICON_SIZES
        for purpose in ("any", "maskable")
    ]
    words = {
        "name": site.name,
        "short_name": site.name,
        "description": _("Find noget at være med til tæt på dig."),
        "lang": "da",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": site.primary_colour,
        "icons": icons,
        "shortcuts": [{"name": _("Find noget"), "url": "/indsatskatalog/"}],
    }
    return JsonResponse(words, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})
