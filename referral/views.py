"""Pages for professionals: open to all, about needs, never about a person."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import SiteSettings

from .finder.propose import propose
from .forms import NeedsForm
from .life.referrers import referrer_of
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
    now, asked, may_refer = timezone.now(), request.GET, _may_refer(request)
    if may_refer and "henviser" not in asked:
        asked = _as_their_unit(request)
    form = NeedsForm(asked)
    needs = form.needs()
    offers = None if needs.is_empty else offers_of(propose(needs, now), now)
    context = {
        "form": form,
        "offers": offers,
        "language": needs.language,
        "question": asked.urlencode(),
        "may_refer": may_refer,
    }
    return render(request, "pages/professionals_find.html", context)


def _may_refer(request: HttpRequest) -> bool:
    """Whether a professional has signed in. Of visitors nobody asks: their answer must be the same for all."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and holds(request.user, REFER)


def _as_their_unit(request: HttpRequest) -> QueryDict:
    """The question, asked as the first unit of whoever has signed in: a doctor may propose what a library may not."""
    asked = request.GET.copy()
    membership = request.user.unit_memberships.select_related("unit").order_by("pk").first()  # type: ignore[union-attr]
    if membership is not None:
        asked["henviser"] = referrer_of(membership.unit.kind)
    return asked
