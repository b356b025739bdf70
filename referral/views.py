"""Pages for professionals: open to all, about needs, never about a person."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .finder.propose import propose
from .forms import NeedsForm
from .presenters.found import offers_of


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """The form, and under it the offers for the needs in the address."""
    now = timezone.now()
    form = NeedsForm(request.GET)
    needs = form.needs()
    offers = None if needs.is_empty else offers_of(propose(needs, now), now)
    context = {"form": form, "offers": offers, "language": needs.language, "question": request.GET.urlencode()}
    return render(request, "pages/professionals_find.html", context)
