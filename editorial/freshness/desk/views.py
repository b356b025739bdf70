"""The list, one organisation, and the two buttons."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from catalogue.models import Organisation

from ...choices import LetterStatus
from ...models import FreshnessAgreement, FreshnessLetter
from ..actions.again import Nobody, write_now
from ..actions.agree import agree
from ..addresses import addresses_of
from .forms import AgreementForm
from .rows import SHOWN, answers_of, entries_of, letter_words, narrowed, organisations_for, rows_of

PER_PAGE = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Organisations that need somebody first."""
    shown = request.GET.get("vis", "")
    shown = shown if shown in SHOWN else ""
    found = narrowed(organisations_for(request.user, timezone.now()), shown)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "rows": rows_of(list(page.object_list)),
        "page": page,
        "shown": shown,
        "choices": [(value, str(words), value == shown) for value, words in SHOWN.items()],
    }
    return render(request, "editorial/admin/freshness.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation: its entries, its letters and answers, and what is agreed with it."""
    organisation = _organisation(request, pk)
    agreement = FreshnessAgreement.objects.filter(organisation=organisation).first()
    form = AgreementForm(request.POST or None, instance=agreement)
    if request.method == "POST":
        form = AgreementForm(request.POST, instance=agreement or FreshnessAgreement(organisation=organisation))
        if form.is_valid():
            agree(organisation=organisation, by=_user(request), **form.cleaned_data)
            messages.success(request, _("Aftalen med %(name)s er gemt.") % {"name": organisation})
            return redirect("friskhed:index")
    letters = FreshnessLetter.objects.filter(round__organisation=organisation).select_related("round").order_by("-pk")
    context = {
        "organisation": organisation,
        "form": form,
        "to": ", ".join(addresses_of([organisation])[organisation.pk]),
        "entries": entries_of(organisation),
        "letters": [(letter_words(one), ", ".join(one.recipients), one.error) for one in letters[:20]],
        "answers": answers_of(organisation),
    }
    return render(request, "editorial/admin/freshness_organisation.html", context, status=422 if form.errors else 200)


@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Writes to the organisation now, whatever the ladder says."""
    organisation = _organisation(request, pk)
    try:
        to = write_now(organisation=organisation, now=timezone.now(), by=_user(request))
    except Nobody:
        messages.error(request, _("%(name)s har ingen mailadresse. Skriv en herunder.") % {"name": organisation})
        return redirect(reverse("friskhed:edit", args=[pk]))
    if not to:
        messages.warning(request, _("%(name)s har ingen aktiviteter at spørge om.") % {"name": organisation})
    else:
        _tell(request, organisation, to)
    return redirect(reverse("friskhed:edit", args=[pk]))


def _tell(request: HttpRequest, organisation: Organisation, to: list[str]) -> None:
    """Says what has become of the letter: the mail server may be away."""
    told = {"name": organisation, "to": ", ".join(to)}
    letter = FreshnessLetter.objects.filter(round__organisation=organisation).order_by("-pk").first()
    if letter is not None and letter.status == LetterStatus.SENT:
        messages.success(request, _("Der er skrevet til %(name)s (%(to)s).") % told)
    else:
        words = _("Mailen til %(name)s (%(to)s) venter: den kunne ikke sendes nu. Portalen prøver igen af sig selv.")
        messages.warning(request, words % told)


def _organisation(request: HttpRequest, pk: int) -> Organisation:
    """One that this user looks after; what is another's is not there."""
    return get_object_or_404(organisations_for(request.user, timezone.now()), pk=pk)


def _user(request: HttpRequest) -> Any:
    return request.user
