"""The list of those to ask, and one time of asking."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ..actions.changing import NotAllowed, Outdated
from ..actions.follow_up import follow_up
from ..actions.record_read import record_read
from ..cases.admission import case_or_404, staff_only
from ..cases.shown import reference_of
from ..life.choices import ConsentKind, Decision, ReadKind
from ..models import Contact, Outcome, Referral
from ..policies import may_close, may_see_contact, sees_all
from .due import question_of, questions_for
from .forms import FollowUpForm

# The list has what is due, and what will be within so many days.
AHEAD = 14


@staff_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Whom to ask how it goes. No names: who it is stands on the page of the question."""
    today = timezone.localdate()
    rows = [
        {
            "question": one,
            "reference": reference_of(one.referral),
            "mine": one.referral.owner_id == request.user.pk,
            "due": one.day <= today,
            "titles": [entry.title for entry in one.referral.entries.all() if entry.state in ("kom", "fortsaetter")],
        }
        for one in questions_for(request.user, today, AHEAD)
    ]
    context = {"due": [row for row in rows if row["due"]], "soon": [row for row in rows if not row["due"]]}
    return render(request, "cases/outcome/list.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """Asks about one person, and writes it down."""
    referral = case_or_404(request, code)
    if not sees_all(request.user, referral):
        raise Http404
    outcome = Outcome.objects.filter(referral=referral).first()
    with_tils = referral.consents.filter(kind=ConsentKind.TILS, withdrawn_at__isnull=True).exists()
    initial = {"tils_before": outcome.tils_before if outcome else None}
    form = FollowUpForm(request.POST if request.method == "POST" else None, with_tils=with_tils, initial=initial)
    if request.method != "POST":
        return _page(request, referral, form)
    if not form.is_valid():
        return _page(request, referral, form, status=422)
    try:
        follow_up(referral=referral, by=request.user, now=timezone.now(), **form.cleaned_data)
    except (Outdated, NotAllowed) as error:
        told = str(error) if isinstance(error, Outdated) else _("Det kan ikke gøres nu. Se, hvor langt det er nået.")
        referral.refresh_from_db(fields=["version"])
        return _page(request, referral, form, told=told, status=409)
    return _on(request, referral, form.cleaned_data["decision"])


def _on(request: HttpRequest, referral: Referral, decision: str) -> HttpResponse:
    """What was decided is the next thing to do."""
    if decision == Decision.ENDS:
        messages.success(request, _("Det er gemt. Afslut nu henvisningen, og sig hvorfor."))
        return redirect("cases:close", code=referral.code)
    if decision in (Decision.CHANGES, Decision.ANEW):
        messages.success(request, _("Det er gemt. Her er, hvad der ellers kan passe."))
        return redirect("cases:add", code=referral.code)
    messages.success(request, _("Det er gemt."))
    return redirect("outcome:list")


def _page(
    request: HttpRequest, referral: Referral, form: FollowUpForm, told: str = "", status: int = 200
) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    contact = Contact.objects.filter(referral=referral).first() if may_see_contact(request.user, referral) else None
    record_read(referral=referral, kind=ReadKind.CONTACT if contact else ReadKind.CASE, by=request.user, now=now)
    question = question_of(referral, today)
    asked = list(referral.follow_ups.select_related("by"))
    context: dict[str, Any] = {
        "referral": referral,
        "reference": reference_of(referral),
        "contact": contact,
        "question": question,
        "asked": asked,
        "allowed": may_close(request.user, referral) and (question is not None or bool(asked)),
        "form": form,
        "told": told,
        "version": form.data.get("version") if status == 422 else referral.version,
    }
    return render(request, "cases/outcome/ask.html", context, status=status)
