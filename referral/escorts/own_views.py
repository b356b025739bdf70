"""What somebody who has signed in is asked to go along to: their own, their unit's and their organisation's."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ..cases.admission import staff_only
from .answering import ANSWERS, THANKS, Answered, answer, context_of
from .asked import asked_of
from .choices import EscortState
from .shown import asked_shown


@staff_only
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The list: nobody's name or door in it."""
    now = timezone.now()
    rows = [asked_shown(made, now) for made in asked_of(request.user)]
    return render(request, "cases/escorts/mine.html", {"rows": rows})


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, and the answer to it; another's does not exist."""
    made = get_object_or_404(asked_of(request.user), pk=pk)
    answered = Answered()
    if request.POST.get("do") in ANSWERS:
        answered = answer(request, made, request.user)
    if answered.gone:
        raise Http404
    if answered.said:
        messages.success(request, THANKS[answered.said])
        return redirect("escorts:own", pk=pk) if answered.said == EscortState.CONFIRMED else redirect("escorts:mine")
    context = context_of(asked_of(request.user).get(pk=pk), request.user, answered)
    return render(request, "cases/escorts/own.html", context, status=answered.status)
