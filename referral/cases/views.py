"""The list, one referral, and a page for each thing that can be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..actions.changing import NotAllowed, Outdated
from ..actions.close_referral import close_referral
from ..actions.correct_person import correct_person
from ..actions.hand_over import hand_over
from ..actions.record_read import record_read
from ..actions.set_next_date import set_next_date
from ..actions.step_referral import step_referral
from ..actions.write_note import write_note
from ..life.choices import ConsentKind, ReadKind, State
from ..models import Contact, Referral, ReferralActivity
from ..outcome.due import question_of
from ..permissions import REFER, holds
from ..policies import may_close, may_correct, may_hand_over, may_see_contact, may_set_date, sees_all, steps_for
from .admission import case_or_404, staff_only
from .forms import TO_ALL, TO_TEAM, ActForm, CloseForm, DateForm, HandOverForm, NoteForm, StepForm
from .listing import listing_for
from .owners import possible_owners
from .person import CorrectForm
from .search import SearchForm
from .shown import case_shown, entries_for, reference_of
from .words import button

act = require_http_methods(["GET", "HEAD", "POST"])


@staff_only
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """Mine and my team's."""
    today = timezone.localdate()
    form, shown = SearchForm(request.GET), request.GET.get("vis", "")
    listing = listing_for(request.user, shown, request.GET.get("side", ""), today, form.asked)
    context = {"listing": listing, "form": form, "shown": shown, "may_refer": holds(request.user, REFER)}
    return render(request, "cases/list.html", context, status=422 if form.errors else 200)


@staff_only
@require_safe
def case(request: HttpRequest, code: str) -> HttpResponse:
    """One referral; that it was read is written down."""
    return _case(request, case_or_404(request, code, "contact"), NoteForm())


@staff_only
@require_POST
def note(request: HttpRequest, code: str) -> HttpResponse:
    """Writes a note; an organisation's is about its own activity."""
    referral, form = case_or_404(request, code), NoteForm(request.POST)
    if not form.is_valid():
        return _case(request, referral, form, status=422)
    entry = None if sees_all(request.user, referral) else entries_for(referral, request.user, whole=False)[0]
    try:
        write_note(referral=referral, note=form.cleaned_data["note"], by=request.user, now=timezone.now(), entry=entry)
    except NotAllowed:
        form.add_error(None, _("Henvisningen er afsluttet, så der kan ikke skrives til den mere."))
        return _case(request, referral, form, status=409)
    messages.success(request, _("Noten er gemt."))
    return _back(referral)


@staff_only
@act
def step(request: HttpRequest, code: str, position: int, state: str) -> HttpResponse:
    """Takes a step with one of the activities."""
    referral = case_or_404(request, code)
    entry = _entry(request, referral, position)
    if state not in State.values or state == State.NEW:
        raise Http404
    to = State(state)
    form = StepForm(request.POST or None, declines=to == State.DECLINED, initial={"version": referral.version})

    def done(data: dict[str, Any]) -> None:
        step_referral(entry=entry, to=to, by=request.user, now=timezone.now(), **data)

    page = {"heading": button(entry.state, to), "lead": entry.title}
    return _act(request, referral, form, page, done, allowed=to in steps_for(request.user, entry))


@staff_only
@act
def date(request: HttpRequest, code: str) -> HttpResponse:
    """Says when to look again."""
    referral = _whole_or_404(request, code)
    form = DateForm(request.POST or None, initial={"version": referral.version, "next_on": _unless_past(referral)})

    def done(data: dict[str, Any]) -> None:
        set_next_date(referral=referral, by=request.user, now=timezone.now(), **data)

    return _act(request, referral, form, {"heading": _("Skift dato")}, done, may_set_date(request.user, referral))


@staff_only
@act
def contact(request: HttpRequest, code: str) -> HttpResponse:
    """Corrects how the person is reached, or writes down a new yes; shows the contact, which is written down."""
    referral = _whole_or_404(request, code, "contact")
    allowed = may_correct(request.user, referral)
    there = getattr(referral, "contact", None) if allowed and may_see_contact(request.user, referral) else None
    record_read(
        referral=referral,
        kind=ReadKind.CONTACT if there else ReadKind.CASE,
        by=request.user,
        now=timezone.now(),
    )
    form = CorrectForm(request.POST or None, referral=referral, contact=there)

    def done(_data: dict[str, Any]) -> None:
        correct_person(referral=referral, by=request.user, now=timezone.now(), **form.change())

    if ConsentKind.CONTACTED in form.standing:
        heading = _("Ret kontakten, eller skriv et nyt ja") if "consents" in form.fields else _("Ret kontakten")
        page = {"heading": heading, "lead": _("Det nye træder i stedet. Det gamle bliver ikke gemt.")}
    else:
        page = {"heading": _("Skriv et nyt ja")}
    if there and request.method == "POST":
        # Whoever comes second sees what the first wrote, before they write over it.
        page["lead"] = _("Nu står der: %(contact)s.") % {"contact": _in_a_line(there)}
    return _act(request, referral, form, page, done, allowed)


@staff_only
@act
def pass_on(request: HttpRequest, code: str) -> HttpResponse:
    """Gives the referral to somebody else."""
    referral = _whole_or_404(request, code)
    allowed = may_hand_over(request.user, referral)
    among = possible_owners(referral)
    form = HandOverForm(request.POST or None, among=among, initial={"version": referral.version})

    def done(data: dict[str, Any]) -> None:
        hand_over(referral=referral, by=request.user, now=timezone.now(), **data)

    page = {"heading": _("Giv henvisningen videre"), "lead": _("Den, der tager over, får ansvaret for næste skridt.")}
    return _act(request, referral, form, page, done, allowed)


@staff_only
@act
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Ends it."""
    referral = _whole_or_404(request, code)
    form = CloseForm(request.POST or None, initial={"version": referral.version})

    def done(data: dict[str, Any]) -> None:
        close_referral(referral=referral, by=request.user, now=timezone.now(), **data)

    lead = _("Når henvisningen er afsluttet, kan den læses, men ikke ændres. Derefter bliver den slettet.")
    way = (reverse("privacy:consents", kwargs={"code": referral.code}), _("Vil personen have det slettet nu?"))
    lead = f"{lead} {_unasked(referral)}".strip()
    page = {"heading": _("Afslut henvisningen"), "lead": lead, "instead": way}
    return _act(request, referral, form, page, done, may_close(request.user, referral))


def _act(
    request: HttpRequest,
    referral: Referral,
    form: ActForm,
    page: dict[str, Any],
    done: Callable[[dict[str, Any]], None],
    allowed: bool,
) -> HttpResponse:
    """The page of one thing to do: asks, does it, and leads back; what was typed stays where it could not be done."""
    status, told, version = 200, "", referral.version
    if not allowed:
        status, told = 409, _cannot()
    elif request.method == "POST" and form.is_valid():
        try:
            done(form.cleaned_data)
        except (Outdated, NotAllowed) as error:
            status, told = 409, str(error) if isinstance(error, Outdated) else _cannot()
            # Whoever presses again has read that somebody else was first.
            version = Referral.objects.values_list("version", flat=True).get(pk=referral.pk)
        else:
            messages.success(request, _("Det er gemt."))
            return _back(referral)
    elif request.method == "POST":
        status, version = 422, form.data.get("version", version)
    context = {
        "form": form,
        "told": told,
        "version": version,
        "allowed": allowed,
        "code": referral.code,
        "only_looked": request.method != "POST",
    }
    return render(request, "cases/act.html", {**page, **context, "reference": reference_of(referral)}, status=status)


def _whole_or_404(request: HttpRequest, code: str, *also: str) -> Referral:
    """For what an organisation has no part in. `also`: what to fetch with it."""
    referral = case_or_404(request, code, *also)
    if not sees_all(request.user, referral):
        raise Http404
    return referral


def _in_a_line(there: Contact) -> str:
    said = (there.first_name, there.phone, there.address, there.way_label.lower())
    return ", ".join(one for one in said if one)


def _unasked(referral: Referral) -> str:
    """That a question is still to come, which nobody asks once it is closed; nothing where there is none."""
    question = question_of(referral, timezone.localdate())
    if question is None or not referral.is_open:
        return ""
    day = date_format(question.day, "j. F Y")
    words = _("Der skal spørges, hvordan det går, den %(day)s. Det bliver der ikke, hvis du afslutter nu.")
    return words % {"day": day}


def _unless_past(referral: Referral) -> datetime.date | None:
    return referral.next_on if referral.next_on and referral.next_on >= timezone.localdate() else None


def _cannot() -> str:
    return _("Henvisningen er nået et andet sted hen. Gå tilbage, og se den igennem.")


def _case(request: HttpRequest, referral: Referral, form: NoteForm, status: int = 200) -> HttpResponse:
    shown = case_shown(referral, request.user, timezone.localdate())
    form.fields["note"].help_text = TO_TEAM if shown.whole else TO_ALL
    kind = ReadKind.CONTACT if shown.contact else ReadKind.CASE
    record_read(referral=referral, kind=kind, by=request.user, now=timezone.now())
    return render(request, "cases/case.html", {"case": shown, "form": form}, status=status)


def _entry(request: HttpRequest, referral: Referral, position: int) -> ReferralActivity:
    whole = sees_all(request.user, referral)
    for entry in entries_for(referral, request.user, whole=whole):
        if entry.position == position - 1:
            return entry
    raise Http404


def _back(referral: Referral) -> HttpResponseRedirect:
    return redirect("cases:case", code=referral.code)
