"""The list of those to ring, and one call."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from home.models import SiteSettings

from ..actions.changing import NotAllowed, Outdated
from ..actions.record_read import record_read
from ..actions.ring_absent import ring_absent
from ..cases.admission import staff_only
from ..cases.shown import reference_of
from ..life.choices import ReadKind
from ..models import Contact, Referral, ReferralActivity
from ..needs_in_words import needs_in_words
from ..policies import may_see_contact
from ..slips.codes import read_typed
from .choices import Outcome
from .due import to_ring
from .forms import CallForm, next_working_day
from .script import script_for

TOLD = {
    Outcome.COMES: gettext_lazy("Godt. Vi ser efter, om personen kom, dagen efter næste gang."),
    Outcome.OTHER: gettext_lazy("Det er gemt. Find noget andet her."),
    Outcome.NO_ANSWER: gettext_lazy("Det er gemt. Personen står på listen igen den dag, du valgte."),
    Outcome.NOT_WANTED: gettext_lazy("Det er gemt. Er der ikke mere at gøre, så afslut henvisningen."),
}


@staff_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Those who did not come; nobody for an organisation. No names: who it is stands on the page of the call."""
    today = timezone.localdate()
    rows = [
        {
            "entry": entry,
            "reference": reference_of(entry.referral),
            "code": entry.referral.code,
            "number": entry.position + 1,
            "mine": entry.referral.owner_id == request.user.pk,
            "late": entry.referral.is_overdue(today),
            "later": entry.referral.next_on is not None and entry.referral.next_on > today,
        }
        for entry in to_ring(request.user)
    ]
    now_rows = [row for row in rows if not row["later"]]
    context = {"now": now_rows, "later": [row for row in rows if row["later"]], "today": today}
    return render(request, "cases/noshow/list.html", context)


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """What to say, and a button for each thing that may come of it."""
    entry = to_ring(request.user).filter(referral__code=read_typed(code), position=position - 1).first()
    if entry is None:
        return _gone(request, code)
    initial = {"again_on": next_working_day(timezone.localdate())}
    form = CallForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method != "POST":
        return _page(request, entry, form)
    if not form.is_valid():
        return _page(request, entry, form, status=422)
    try:
        ring_absent(entry=entry, by=request.user, now=timezone.now(), **form.cleaned_data)
    except (Outdated, NotAllowed) as error:
        told = str(error) if isinstance(error, Outdated) else _("Det kan ikke gøres nu. Se, hvor langt det er nået.")
        entry.referral.refresh_from_db(fields=["version"])
        return _page(request, entry, form, told=told, status=409)
    outcome = Outcome(form.cleaned_data["outcome"])
    messages.success(request, str(TOLD[outcome]))
    return _on(entry.referral, outcome)


def _on(referral: Referral, outcome: Outcome) -> HttpResponseRedirect:
    """The next thing to do: the list, something else to propose, or the whole case."""
    if outcome == Outcome.OTHER:
        return redirect("cases:add", code=referral.code)
    if outcome == Outcome.NOT_WANTED:
        return redirect("cases:case", code=referral.code)
    return redirect("noshow:list")


def _page(
    request: HttpRequest, entry: ReferralActivity, form: CallForm, told: str = "", status: int = 200
) -> HttpResponse:
    referral, now = entry.referral, timezone.now()
    contact = Contact.objects.filter(referral=referral).first() if may_see_contact(request.user, referral) else None
    record_read(referral=referral, kind=ReadKind.CONTACT if contact else ReadKind.CASE, by=request.user, now=now)
    site = SiteSettings.for_request(request)
    name = contact.first_name if contact else ""
    context: dict[str, Any] = {
        "entry": entry,
        "referral": referral,
        "reference": reference_of(referral),
        "contact": contact,
        "needs": needs_in_words(referral),
        "script": script_for(entry, name, request.user, now, site),
        "outcomes": [(one.value, one.label) for one in Outcome],
        "form": form,
        "told": told,
        "version": form.data.get("version") if status == 422 else referral.version,
    }
    return render(request, "cases/noshow/call.html", context, status=status)


def _gone(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody else has rung; or there is no such person for this user."""
    seen = Referral.objects.whole_to(request.user).filter(code=read_typed(code)).first()
    if seen is None:
        raise Http404
    messages.info(request, _("Der er ringet. Se, hvor langt det er nået."))
    return redirect("cases:case", code=seen.code)
