"""The list of what waits for approval: each is approved or sent back where it stands, or several in one go."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from ..actions.decide import Decision, NotDecided, decide
from ..queries.waiting_for import waiting_for
from .waiting import waiting_things

# As many as are read in one go; each is compared field by field.
PER_PAGE = 10


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Shows what waits, and takes decisions; what was typed comes back where something could not be done."""
    errors: dict[int, str] = {}
    typed: dict[int, str] = {}
    if request.method == "POST":
        typed = _comments(request)
        errors = _decide(request, typed)
        if not errors:
            return redirect(request.get_full_path())
    states = waiting_for(request.user).select_related("workflow_state__requested_by")
    states = states.prefetch_related("workflow_state__content_object__latest_revision")
    page = Paginator(states, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "things": waiting_things(page.object_list, request.user, typed, errors),
        "ticked": set(_numbers(request.POST.getlist("ticked"))),
    }
    return render(request, "editorial/admin/approval.html", context)


def _decide(request: HttpRequest, typed: dict[int, str]) -> dict[int, str]:
    """Carries out what was pressed; state → why it was not done. Says what was done."""
    decision, chosen = _chosen(request)
    if not chosen:
        messages.warning(request, _("Vælg mindst én."))
    errors, titles = {}, []
    for state in chosen:
        seen = _numbers([request.POST.get(f"seen-{state}", "")])
        try:
            entry = decide(
                state=state,
                seen=seen[0] if seen else 0,
                decision=decision,
                comment=typed.get(state, ""),
                by=request.user,  # type: ignore[arg-type]
            )
        except NotDecided as reason:
            errors[state] = str(reason)
        else:
            titles.append(entry.latest_revision.object_str)
    _tell(request, decision, titles, errors)
    return errors


def _tell(request: HttpRequest, decision: Decision, titles: list[str], errors: dict[int, str]) -> None:
    if len(titles) == 1:
        words = _("»%(title)s« er godkendt.") if decision == Decision.APPROVE else _("»%(title)s« er sendt tilbage.")
        messages.success(request, words % {"title": titles[0]})
    elif titles:
        messages.success(
            request, ngettext("%(n)d er godkendt.", "%(n)d er godkendt.", len(titles)) % {"n": len(titles)}
        )
    still = set(waiting_for(request.user).filter(pk__in=errors).values_list("pk", flat=True))
    for state, reason in errors.items():
        # What is no longer in the list has nowhere to say it.
        messages.error(request, reason if state not in still else _("Én er ikke afgjort: %(why)s") % {"why": reason})


def _chosen(request: HttpRequest) -> tuple[Decision, list[int]]:
    for decision in Decision:
        if request.POST.get(decision):
            return decision, _numbers([request.POST[decision]])
    return Decision.APPROVE, _numbers(request.POST.getlist("ticked"))


def _comments(request: HttpRequest) -> dict[int, str]:
    found = {}
    for name, value in request.POST.items():
        start, _dash, number = name.partition("-")
        if start == "comment" and number.isdecimal():
            found[int(number)] = str(value)[:2000]
    return found


def _numbers(values: list[Any]) -> list[int]:
    return [int(value) for value in values if str(value).isdecimal() and len(str(value)) < 19]
