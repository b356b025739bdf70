"""Saying that an organisation is one's own, without signing in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.models import Organisation

from ..report_page import problem_with, too_many
from ..throttling import may_send
from ..tickets import check_ticket
from .actions import send_claim
from .forms import ClaimForm
from .page import about, claim_page


# Exempt as the report of an error is, and for the same reason (editorial/views.py).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    """Shows the form; takes it in; says thank you, or what to mend with everything still in its place."""
    organisation = get_object_or_404(Organisation, slug=slug, live=True)
    if request.method != "POST":
        return render(request, "pages/claim.html", {"form": claim_page(organisation)})
    form = ClaimForm(request.POST)
    if not form.is_valid():
        return render(request, "pages/claim.html", {"form": claim_page(organisation, form)}, status=422)
    problem, status = problem_with(check_ticket(form.cleaned_data["ticket"], about(organisation))), 422
    if not problem and not may_send(request, "claim"):
        problem, status = too_many(), 429
    if problem:
        page = claim_page(organisation, form, problem)
        return render(request, "pages/claim.html", {"form": page}, status=status)
    send_claim(organisation=organisation, typed=form.typed(), language=get_language() or "da")
    return HttpResponseRedirect("tak/")


@require_safe
def claimed(request: HttpRequest, slug: str) -> HttpResponse:
    """Says that it has come in, and what happens now."""
    organisation = get_object_or_404(Organisation, slug=slug, live=True)
    context = {"name": organisation.name, "address": organisation.get_absolute_url()}
    return render(request, "pages/claim_thanks.html", context)
