"""For the person: taking back what they said yes to, without signing in."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ..actions.withdraw_consent import NotGiven, withdraw_consent
from ..life.choices import ConsentKind
from ..models import Referral
from .withdrawal_keys import referral_of

# What is taken back, and what happens then.
CHOICES = {
    ConsentKind.CONTACTED: gettext_lazy("Jeg vil ikke kontaktes. Slet mit navn, min telefon og min adresse."),
    ConsentKind.CLOSING_NOTE: gettext_lazy("Min læge skal ikke have besked om, hvordan det gik."),
    ConsentKind.TILS: gettext_lazy("Jeg vil ikke svare på spørgsmål om ensomhed. Slet de svar, I har."),
    ConsentKind.REFERRED: gettext_lazy("Jeg vil ikke være henvist mere. Slet alt om mig."),
}
DONE = {
    ConsentKind.CONTACTED: gettext_lazy("Vi har slettet dit navn, din telefon og din adresse."),
    ConsentKind.CLOSING_NOTE: gettext_lazy("Din læge får ikke besked."),
    ConsentKind.TILS: gettext_lazy("Vi spørger dig ikke om ensomhed mere, og dine svar er slettet."),
}


class WithdrawForm(forms.Form):
    """Which yes is taken back, of those that stand."""

    ja = forms.ChoiceField(
        label=gettext_lazy("Hvad vil du?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg først, hvad du vil.")),
    )

    def __init__(self, *args: Any, standing: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(kind), words) for kind, words in CHOICES.items() if kind in standing]
        self.fields["ja"].choices = choices  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A yes that was taken back, in words, and when."""

    words: str
    at: datetime


# Exempt because the protection needs a cookie, and visitors get none; whoever has the key may do this.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request: HttpRequest, withdrawal: str) -> HttpResponse:
    """Asks which yes is taken back, and does it; nothing on the page says who the person is."""
    referral = referral_of(withdrawal)
    if referral is None:
        return _unlisted(render(request, "pages/consent_gone.html", status=404))
    standing = set(referral.consents.filter(withdrawn_at__isnull=True).values_list("kind", flat=True))
    form = WithdrawForm(request.POST if request.method == "POST" else None, standing=standing)
    if not form.is_bound:
        return _page(request, referral, form)
    if not form.is_valid():
        return _page(request, referral, form, status=422)
    kind = form.cleaned_data["ja"]
    with suppress(NotGiven, Referral.DoesNotExist):  # then somebody was quicker, with the same
        withdraw_consent(referral=referral, kind=kind, by=None, now=timezone.now())
    name = "referral:consent-forgotten" if kind == ConsentKind.REFERRED else "referral:consent"
    values = {} if kind == ConsentKind.REFERRED else {"withdrawal": withdrawal}
    return _unlisted(HttpResponseRedirect(reverse(name, kwargs=values)))


@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """What whoever has taken everything back is told."""
    return _unlisted(render(request, "pages/consent_forgotten.html"))


def _page(request: HttpRequest, referral: Referral, form: WithdrawForm, status: int = 200) -> HttpResponse:
    withdrawn = referral.consents.filter(withdrawn_at__isnull=False, kind__in=DONE).order_by("withdrawn_at")
    # Whoever has said yes again is not told that it is deleted.
    withdrawn = withdrawn.exclude(kind__in=referral.consents.filter(withdrawn_at__isnull=True).values("kind"))
    taken_back = {row.kind: TakenBack(str(DONE[ConsentKind(row.kind)]), row.withdrawn_at) for row in withdrawn}
    context = {"form": form, "taken_back": list(taken_back.values())}
    return _unlisted(render(request, "pages/consent.html", context, status=status))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
