"""The page with the questions: the same for everybody, whatever they answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .questions import self_check


@require_safe
def think(request: HttpRequest) -> HttpResponse:
    """Shows the questions; the browser adds them up, or the reader does."""
    return render(request, "pages/self_check.html", {"check": self_check()})
