"""Taking back a yes for the person, and handing them what is kept about them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from home.models import SiteSettings

from ...actions.changing import NotAllowed
from ...actions.export_referral import export_referral
from ...actions.record_read import record_read
from ...actions.withdraw_consent import NotGiven, withdraw_consent
from ...cases.admission import case_or_404, staff_only
from ...cases.shown import reference_of
from ...life.choices import ConsentKind, ReadKind
from ...models import Consent, Referral
from ...policies import may_withdraw
from ...slips.paper import PAPERS
from ..own.content import own_paper, own_pdf
from ..own.shown import own_shown
from ..own.words import WORDS

ask = require_http_methods(["GET", "HEAD", "POST"])
# What is taken back, and what happens then.
CHOICES = {
    ConsentKind.CONTACTED: gettext_lazy("At blive kontaktet. Navn, telefon, adresse og alle noter bliver slettet nu."),
    ConsentKind.CLOSING_NOTE: gettext_lazy("At lægen får besked til sidst."),
    ConsentKind.TILS: gettext_lazy("At svare på spørgsmål om ensomhed. Svarene bliver slettet nu."),
    ConsentKind.REFERRED: gettext_lazy(
        "At blive henvist. Hele henvisningen bliver slettet nu, og den kommer ikke igen."
    ),
}


class TakeBackForm(forms.Form):
    """Which yes the person has taken back."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Hvad vil personen ikke mere?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), gettext_lazy("Vælg, hvilket ja personen har trukket tilbage.")
        ),
    )

    def __init__(self, *args: Any, standing: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(kind), words) for kind, words in CHOICES.items() if kind in standing]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]


@staff_only
@ask
def consents(request: HttpRequest, code: str) -> HttpResponse:
    """What stands, the person's own way to take it back, and a button for whoever was told."""
    referral = _whole_or_404(request, code)
    standing = _standing(referral)
    form = TakeBackForm(request.POST if request.method == "POST" else None, standing={one.kind for one in standing})
    if not form.is_valid():
        record_read(referral=referral, kind=ReadKind.CASE, by=request.user, now=timezone.now())
        own = own_shown(referral, standing, SiteSettings.for_request(request), _language(request))
        context = {"form": form, "standing": standing, "own": own, **_named(referral)}
        return render(request, "cases/privacy/consents.html", context, status=422 if form.is_bound else 200)
    kind = form.cleaned_data["kind"]
    try:
        withdraw_consent(referral=referral, kind=kind, by=request.user, now=timezone.now())
    except (NotGiven, NotAllowed, Referral.DoesNotExist):
        messages.success(request, _("Nogen har ændret det imens. Se efter, hvad der gælder nu."))
        return redirect("cases:list")
    if kind == ConsentKind.REFERRED:
        messages.success(request, _("Henvisningen er slettet."))
        return redirect("cases:list")
    messages.success(request, _("Det er trukket tilbage."))
    return redirect("cases:case", code=referral.code)


@staff_only
@require_safe
def paper(request: HttpRequest, code: str, paper: str) -> HttpResponse:
    """The person's own paper as PDF; 404 where nothing they said yes to stands."""
    referral = _whole_or_404(request, code)
    standing = _standing(referral)
    if paper not in PAPERS or not standing:
        raise Http404
    record_read(referral=referral, kind=ReadKind.CASE, by=request.user, now=timezone.now())
    content = own_paper(referral, standing, SiteSettings.for_request(request), _language(request))
    response = HttpResponse(own_pdf(content, PAPERS[paper]), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="dit-samtykke-{paper}.pdf"'
    return response


@staff_only
@ask
def extract(request: HttpRequest, code: str) -> HttpResponse:
    """Says what the person gets; the button makes it. It is written down, and kept nowhere."""
    referral = _whole_or_404(request, code)
    if request.method != "POST":
        return render(request, "cases/privacy/export.html", _named(referral))
    packed = export_referral(referral=referral, by=request.user, now=timezone.now())
    response = HttpResponse(packed, content_type="application/zip")
    name = f"henvisning-{reference_of(referral)}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _standing(referral: Referral) -> list[Consent]:
    return list(referral.consents.filter(withdrawn_at__isnull=True).select_related("recorded_by"))


def _language(request: HttpRequest) -> str:
    """The language that is asked for, where its words are known; else the person's own."""
    asked = request.GET.get("sprog", "")
    return asked if asked in WORDS else ""


def _named(referral: Referral) -> dict[str, str]:
    return {"code": referral.code, "reference": reference_of(referral)}


def _whole_or_404(request: HttpRequest, code: str) -> Referral:
    """An organisation has no part in this."""
    referral = case_or_404(request, code)
    if not may_withdraw(request.user, referral):
        raise Http404
    return referral
