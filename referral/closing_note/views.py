"""The note on the screen, to copy, and on paper."""

from __future__ import annotations

from dataclasses import asdict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.models import SiteSettings

from ..actions.record_read import record_read
from ..cases.admission import case_or_404, staff_only
from ..cases.shown import reference_of
from ..life.choices import ReadKind
from ..models import Referral
from ..policies import sees_all
from ..slips.paper import compiled
from .content import ClosingNote, closing_note, may_write_closing_note, note_text


@staff_only
@require_safe
def note(request: HttpRequest, code: str) -> HttpResponse:
    """The note as text to copy; or why there is none."""
    referral = _referral(request, code)
    context = {"referral": referral, "reference": reference_of(referral), "text": ""}
    if may_write_closing_note(referral):
        context["text"] = note_text(_note(request, referral))
    return render(request, "cases/closing_note/note.html", context)


@staff_only
@require_safe
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """The note as PDF; 404 where there is none."""
    referral = _referral(request, code)
    if not may_write_closing_note(referral):
        raise Http404
    pdf = compiled("closing_note.typ", asdict(_note(request, referral)))
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="afslutningsnotat-{reference_of(referral).lower()}.pdf"'
    return response


def _note(request: HttpRequest, referral: Referral) -> ClosingNote:
    """The note; that it is read is written down first."""
    now = timezone.now()
    record_read(referral=referral, kind=ReadKind.PAPER, by=request.user, now=now)
    return closing_note(referral, request.user, now, SiteSettings.for_request(request))


def _referral(request: HttpRequest, code: str) -> Referral:
    referral = case_or_404(request, code)
    if not sees_all(request.user, referral):
        raise Http404
    return referral
