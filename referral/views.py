"""Pages for professionals: open to all, about needs, never about a person."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import SiteSettings

from .finder.propose import propose
from .forms import NeedsForm
from .permissions import REFER, holds
from .presenters.desk import doors_for_professionals
from .presenters.found import offers_of
from .slips.waiting_room import cards_pdf, poster_pdf


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Where professionals begin: who may propose what, and how."""
    return render(request, "pages/professionals.html", {"doors": doors_for_professionals()})


@require_safe
def poster(request: HttpRequest) -> HttpResponse:
    """The poster for a waiting room."""
    site = SiteSettings.for_request(request)
    return _pdf(poster_pdf(site.name, site.phone), "plakat.pdf")


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """Pocket cards for a waiting room."""
    site = SiteSettings.for_request(request)
    return _pdf(cards_pdf(site.name, site.phone), "lommekort.pdf")


def _pdf(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """The form, and under it the offers for the needs in the address."""
    now = timezone.now()
    form = NeedsForm(request.GET)
    needs = form.needs()
    offers = None if needs.is_empty else offers_of(propose(needs, now), now)
    context = {
        "form": form,
        "offers": offers,
        "language": needs.language,
        "question": request.GET.urlencode(),
        "may_refer": _may_refer(request),
    }
    return render(request, "pages/professionals_find.html", context)


def _may_refer(request: HttpRequest) -> bool:
    """Whether a professional has signed in. Of visitors nobody asks: their answer must be the same for all."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and holds(request.user, REFER)
