"""Activities in other languages than Danish."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..presenters.crumbs import languages_crumb
from .page import language_counts, language_page
from .words import NAMES


@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """The languages there is something in."""
    return render(request, "pages/languages.html", {"languages": language_counts()})


@require_safe
def language(request: HttpRequest, code: str) -> HttpResponse:
    """What there is in one language; 404 for a code that the catalogue does not know."""
    if code not in NAMES:
        raise Http404
    page = language_page(code, timezone.now())
    return render(request, "pages/language.html", {"in_language": page, "crumbs": [languages_crumb()]})
