"""The list of arrangements, and one: made, asked, agreed, and how it went."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.recurrence.activity import next_occurrence_of

from ..actions.arrange_escort import arrange_escort, change_arrangement, move_escort
from ..actions.changing import NotAllowed, Outdated
from ..actions.record_read import record_read
from ..cases.admission import case_or_404, staff_only
from ..cases.shown import reference_of
from ..life.choices import ReadKind, State
from ..models import EscortArrangement, Referral, ReferralActivity
from ..needs_in_words import needs_in_words
from ..policies import sees_all, steps_for
from .addresses import addresses_of_escort
from .asked import asked_of
from .choices import ASKED, NEXT, OPEN, EscortState, Help
from .forms import ArrangeForm, ChangeForm, MoveForm, WhenForm
from .proposals import Proposal, is_walkable, proposals_for, walking_km

# They meet so long before it begins.
BEFORE = timedelta(minutes=30)
BUTTONS = {
    EscortState.ASSIGNED: gettext_lazy("Spørg den valgte"),
    EscortState.CONFIRMED: gettext_lazy("Der er sagt ja"),
    EscortState.PROPOSED: gettext_lazy("Find en anden"),
    EscortState.DONE: gettext_lazy("De fulgtes ad"),
    EscortState.NOT_DONE: gettext_lazy("Det blev ikke til noget"),
}


@staff_only
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What is arranged, by what is to be done; nobody's name or door."""
    made = EscortArrangement.objects.filter(
        state__in=OPEN, entry__referral__in=Referral.objects.whole_to(request.user).open()
    )
    related = (
        "entry__referral__area",
        "entry__referral__owner",
        "escort__user",
        "escort__organisation",
        "escort__unit",
    )
    now, rows = timezone.now(), list(made.select_related(*related))
    over = [one for one in rows if one.meets_at <= now]
    ahead = [one for one in rows if one.meets_at > now]
    groups = [
        (_("Hvordan gik det?"), over),
        (_("Find en, der kan følges med"), [one for one in ahead if one.state == EscortState.PROPOSED]),
        (_("Hør, om de kan"), [one for one in ahead if one.state == EscortState.ASSIGNED]),
        (_("Aftalt"), [one for one in ahead if one.state == EscortState.CONFIRMED]),
    ]
    shown = [(title, [(reference_of(one.entry.referral), one) for one in found]) for title, found in groups if found]
    own = asked_of(request.user).count()
    return render(request, "cases/escorts/list.html", {"groups": shown, "own": own})


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def arrange(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """Makes an arrangement, or brings the one there is on."""
    entry = _entry(request, code, position)
    made = EscortArrangement.objects.filter(entry=entry, state__in=OPEN).select_related("escort").first()
    return _move(request, entry, made) if made else _make(request, entry)


def _make(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    allowed = State.ESCORT in steps_for(request.user, entry) or entry.state == State.ESCORT and entry.referral.is_open
    initial = _initial(entry)
    if request.method != "POST":
        form = ArrangeForm(proposals=_proposals(entry, initial["meets_at"], initial["help_"]), initial=initial)
        return _page(request, entry, form, allowed=allowed)
    asked = WhenForm(request.POST)
    asked.is_valid()
    meets_at = asked.cleaned_data.get("meets_at") or initial["meets_at"]
    proposals = _proposals(entry, meets_at, asked.cleaned_data.get("help_") or initial["help_"])
    if request.POST.get("do") == "se":
        # Only who could is asked for: nothing is wrong yet, and nothing is kept.
        form = ArrangeForm(proposals=proposals, initial=request.POST.dict())
        return _page(request, entry, form, allowed=allowed)
    form = ArrangeForm(request.POST, proposals=proposals)
    if not form.is_valid():
        return _page(request, entry, form, allowed=allowed, status=422)
    given = {name: form.cleaned_data[name] for name in ("from_where", "meets_at", "help_", "version", "escort")}
    try:
        arrange_escort(entry=entry, by=request.user, now=timezone.now(), **given)
    except (Outdated, NotAllowed) as error:
        return _refused(request, entry, form, error)
    messages.success(request, _("Aftalen er gemt."))
    return redirect("escorts:list")


def _move(request: HttpRequest, entry: ReferralActivity, made: EscortArrangement) -> HttpResponse:
    proposals = proposals_for(entry, made.meets_at, made.help)
    form = MoveForm(request.POST if request.method == "POST" else None, proposals=proposals)
    if request.method != "POST":
        return _page(request, entry, form, made=made)
    early = request.POST.get("to") == EscortState.DONE and made.meets_at > timezone.now()
    if form.is_valid() and early:
        form.add_error("evaluation", _("De mødes først senere. Skriv, hvordan det gik, når det har været."))
    if not form.is_valid():
        return _page(request, entry, form, made=made, status=422)
    try:
        move_escort(arrangement=made, by=request.user, now=timezone.now(), **form.cleaned_data)
    except (Outdated, NotAllowed) as error:
        return _refused(request, entry, form, error, made)
    messages.success(request, _("Det er gemt."))
    return redirect("escorts:list")


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, code: str, position: int) -> HttpResponse:
    """Another time, place or help; whoever goes along is told."""
    entry = _entry(request, code, position)
    made = get_object_or_404(EscortArrangement.objects.select_related("escort"), entry=entry, state__in=OPEN)
    referral = entry.referral
    here = timezone.localtime(made.meets_at)
    initial = {"day": here.date(), "clock": here.time(), "help_": made.help, "from_where": made.from_where}
    form, told, status = ChangeForm(request.POST or None, initial=initial), "", 200
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("from_where", "meets_at", "help_", "version")}
        try:
            change_arrangement(arrangement=made, by=request.user, now=timezone.now(), **given)
        except (Outdated, NotAllowed) as error:
            told, status = _why(error), 409
            referral.refresh_from_db(fields=["version"])
        else:
            messages.success(request, _("Aftalen er rettet."))
            return redirect("escorts:arrange", code=code, position=position)
    record_read(referral=referral, kind=ReadKind.CASE, by=request.user, now=timezone.now())
    context = {
        "form": form,
        "made": made,
        "referral": referral,
        "entry": entry,
        "told": told,
        "version": form.data.get("version") if form.errors else referral.version,
    }
    return render(request, "cases/escorts/change.html", context, status=422 if form.errors else status)


def _why(error: Exception) -> str:
    return str(error) if isinstance(error, Outdated) else _("Det kan ikke gøres nu. Se, hvor langt det er nået.")


def _refused(
    request: HttpRequest,
    entry: ReferralActivity,
    form: Any,
    error: Exception,
    made: EscortArrangement | None = None,
) -> HttpResponse:
    entry.referral.refresh_from_db(fields=["version"])
    return _page(request, entry, form, made=made, told=_why(error), status=409)


def _page(
    request: HttpRequest,
    entry: ReferralActivity,
    form: Any,
    *,
    made: EscortArrangement | None = None,
    allowed: bool = True,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    referral, km = entry.referral, walking_km(entry)
    record_read(referral=referral, kind=ReadKind.CASE, by=request.user, now=timezone.now())
    state = EscortState(made.state) if made else None
    context: dict[str, Any] = {
        "entry": entry,
        "referral": referral,
        "reference": reference_of(referral),
        "needs": needs_in_words(referral),
        "form": form,
        "made": made,
        "ways": [(one.value, str(BUTTONS[one])) for one in NEXT[state]] if state else [],
        "asks_who": state == EscortState.PROPOSED,
        "allowed": allowed,
        "unreachable": _is_unreachable(made),
        "km": None if km is None else round(km, 1),
        "walkable": is_walkable(km),
        "told": told,
        "version": form.data.get("version") if status == 422 else referral.version,
    }
    return render(request, "cases/escorts/arrange.html", context, status=status)


def _is_unreachable(made: EscortArrangement | None) -> bool:
    """Whether whoever has it must be told by somebody, because there is no address to write to."""
    return made is not None and made.state in ASKED and not (made.escort and addresses_of_escort(made.escort))


def _initial(entry: ReferralActivity) -> dict[str, Any]:
    coming = next_occurrence_of(entry.activity) if entry.activity else None
    tomorrow = timezone.localtime() + timedelta(days=1)
    meets_at = timezone.localtime(coming.start) - BEFORE if coming else tomorrow.replace(hour=10, minute=0)
    if meets_at <= timezone.now():
        meets_at = tomorrow
    walks = is_walkable(walking_km(entry))
    return {
        "meets_at": meets_at,
        "day": meets_at.date(),
        "clock": meets_at.time(),
        "help_": Help.WALK.value if walks else Help.DRIVE.value,
    }


def _proposals(entry: ReferralActivity, meets_at: datetime, help_: str) -> list[Proposal]:
    return proposals_for(entry, meets_at, help_)


def _entry(request: HttpRequest, code: str, position: int) -> ReferralActivity:
    referral = case_or_404(request, code)
    if not sees_all(request.user, referral):
        raise Http404
    entry = referral.entries.select_related("activity__venue", "organisation").filter(position=position - 1).first()
    if entry is None:
        raise Http404
    entry.referral = referral
    return entry
