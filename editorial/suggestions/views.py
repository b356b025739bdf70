"""Suggesting an activity without signing in, and following what becomes of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ..models import Suggestion
from ..report_page import problem_with, too_many
from ..throttling import may_send
from ..tickets import check_ticket
from .actions.send_suggestion import send_suggestion
from .forms import SuggestionForm
from .page import ABOUT, status_page, suggest_page


# Exempt as the report of an error is, and for the same reason (editorial/views.py).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest) -> HttpResponse:
    """Shows the form; takes it in; leads to the suggestion's own page, or says what to mend with nothing lost."""
    if request.method != "POST":
        return render(request, "pages/suggest.html", {"form": suggest_page()})
    form = SuggestionForm(request.POST)
    if not form.is_valid():
        return render(request, "pages/suggest.html", {"form": suggest_page(form)}, status=422)
    problem, status = problem_with(check_ticket(form.cleaned_data["ticket"], ABOUT)), 422
    if not problem and not may_send(request, "suggestion"):
        problem, status = too_many(), 429
    if problem:
        return render(request, "pages/suggest.html", {"form": suggest_page(form, problem)}, status=status)
    suggestion = send_suggestion(typed=form.typed(), language=get_language() or "da")
    return HttpResponseRedirect(reverse("editorial:suggestion", args=[suggestion.code]))


@never_cache
@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt, and later what came of it. Whoever has the address may read it; nobody finds it."""
    found = Suggestion.objects.select_related("draft", "same_as")
    suggestion = get_object_or_404(found, code=code)
    return render(request, "pages/suggest_status.html", {"suggestion": status_page(suggestion)})
