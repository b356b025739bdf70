"""Pages that the law and the footer count on: ours, until editors publish one at the same address."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.views import serve

from home.models import SiteSettings

# When the shortcomings that our accessibility statement names were last looked for (docs/checklist.md).
LOOKED_AT = date(2026, 11, 27)


@require_safe
def was(request: HttpRequest) -> HttpResponse:
    """The accessibility statement, at the address that the law names: the kommune's own, or the portal's page."""
    return HttpResponseRedirect(SiteSettings.for_request(request).accessibility_statement or reverse("accessibility"))


@require_safe
def standing_page(request: HttpRequest, path: str, template: str) -> HttpResponseBase:
    """The editors' page at the address, or ours where there is none."""
    try:
        return serve(request, path)
    except Http404:
        return render(request, template, {"host": request.get_host(), "looked_at": LOOKED_AT})
