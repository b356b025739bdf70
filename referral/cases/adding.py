"""Referring somebody to more: what the finder proposes for the needs that are kept, with ticks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from catalogue.sharing.codes import code_of

from ..actions.add_activities import TooMany, add_activities
from ..actions.changing import NotAllowed, Outdated
from ..actions.record_read import record_read
from ..finder.propose import Proposal, propose
from ..life.choices import ReadKind
from ..models import MOST_ENTRIES, Referral
from ..policies import may_add, sees_all
from .admission import case_or_404, staff_only
from .forms import ActForm
from .shown import reference_of

MOST_OFFERED = 10
REASONS = 3


class AddForm(ActForm):
    """What is to be proposed as well."""

    a = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad vil du også foreslå?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Sæt kryds ved mindst ét forslag."),
            "invalid_choice": gettext_lazy("Et af forslagene er her ikke mere. Vælg igen."),
        },
    )

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.activities = {code_of(one.activity.uuid): one.activity for one in proposals}
        self.fields["a"].choices = [(code_of(one.activity.uuid), _label(one)) for one in proposals]  # type: ignore[attr-defined]


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Proposes more for the same person; the reasons tell of their needs, so that reading them is written down."""
    referral = case_or_404(request, code)
    if not sees_all(request.user, referral):
        raise Http404
    record_read(referral=referral, kind=ReadKind.CASE, by=request.user, now=timezone.now())
    proposals, room = _proposals(referral), MOST_ENTRIES - len(referral.entries.all())
    form = AddForm(request.POST or None, proposals=proposals, initial={"version": referral.version})
    allowed = may_add(request.user, referral) and room > 0 and bool(proposals)
    told = "" if allowed else _cannot(referral, room)
    status = 409 if request.method == "POST" and not allowed else 200
    if request.method == "POST" and allowed:
        status = 422
        if form.is_valid():
            status, told = _added(request, referral, form)
            if not told:
                return HttpResponseRedirect(reverse("cases:case", kwargs={"code": referral.code}))
    context = {
        "heading": _("Foreslå noget mere"),
        "lead": _("Her er, hvad portalen finder ud fra personens ønsker og behov. Arrangøren får besked som før."),
        "form": form,
        "told": told,
        "version": _version(referral) if status == 409 else form.data.get("version", referral.version),
        "allowed": allowed,
        "code": referral.code,
        "reference": reference_of(referral),
    }
    return render(request, "cases/act.html", context, status=status)


def _added(request: HttpRequest, referral: Referral, form: AddForm) -> tuple[int, str]:
    """Adds what is ticked; the status and what stood in the way, nothing where it went well."""
    chosen = [form.activities[one] for one in form.cleaned_data["a"]]
    version = form.cleaned_data["version"]
    try:
        add_activities(referral=referral, activities=chosen, by=request.user, version=version, now=timezone.now())
    except Outdated as error:
        return 409, str(error)
    except NotAllowed:
        return 409, _cannot(referral, 1)
    except TooMany as error:
        return 422, _too_many(error.room)
    messages.success(request, _("Forslagene er føjet til."))
    return 200, ""


def _proposals(referral: Referral) -> list[Proposal]:
    there = {entry.activity_id for entry in referral.entries.all()}
    found = propose(referral.needs, timezone.now(), limit=MOST_OFFERED + len(there))
    return [one for one in found if one.activity.pk not in there][:MOST_OFFERED]


def _label(proposal: Proposal) -> str:
    activity = proposal.activity
    name = f"{activity.title} ({activity.organisation})" if activity.organisation_id else activity.title
    reasons = ", ".join(proposal.reasons[:REASONS])
    return f"{name}: {reasons}" if reasons else name


def _version(referral: Referral) -> int:
    """What it is now: whoever presses again has read that somebody else was first."""
    return Referral.objects.values_list("version", flat=True).get(pk=referral.pk)


def _too_many(room: int) -> str:
    return ngettext(
        "Der er kun plads til %(room)d forslag mere. Fjern nogle af krydserne.",
        "Der er kun plads til %(room)d forslag mere. Fjern nogle af krydserne.",
        room,
    ) % {"room": room}


def _cannot(referral: Referral, room: int) -> str:
    if not referral.is_open:
        return _("Henvisningen er afsluttet, så der kan ikke føjes noget til.")
    if room < 1:
        return _("Der er allerede seks forslag. Flere er der ikke plads til.")
    return _("Portalen finder ikke mere, der passer. Skriv en note, eller giv henvisningen videre.")
