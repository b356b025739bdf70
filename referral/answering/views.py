"""What an organisation sees behind the link in its mail, and its answers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from catalogue.models import Organisation

from ..actions.changing import NotAllowed, Outdated
from ..actions.free_places import count_places
from ..actions.record_read import record_read
from ..actions.step_referral import step_referral
from ..actions.tell_organisations import tell_again
from ..doors.door import Door
from ..doors.links import Link
from ..doors.unkept import unkept
from ..life.choices import ReadKind
from ..models import Referral, ReferralActivity
from ..policies import steps_for
from .forms import AnswerForm, PlacesForm
from .links import LINKS
from .shown import answer_shown, may_answer


# Exempt because the protection needs a cookie, and those who answer by a link get none. The address itself holds what
# only the receiver of the mail has, and nobody is signed in here, whatever cookies come along.
@csrf_exempt
@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, link: str) -> HttpResponse:
    """What a link leads to: a button; behind it the referral, and the answer to it."""
    return DOOR.follow(request, link)


def _answer(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    organisation = _organisation(entry)
    form = AnswerForm(request.POST, steps=steps_for(organisation, entry))
    if not form.is_valid():
        return _page(request, entry, form=form, status=422)
    try:
        step_referral(entry=entry, by=organisation, now=timezone.now(), **form.cleaned_data)
    except (Outdated, NotAllowed) as error:
        told = str(error) if isinstance(error, Outdated) else _("Det kan ikke gøres nu. Se, hvor langt det er nået.")
        entry.referral = Referral.objects.select_related("unit", "area").get(pk=entry.referral_id)
        entry.refresh_from_db(fields=["state", "since"])
        if not may_answer(entry, organisation):
            return DOOR.closed(request, "over", 410)
        return _page(request, entry, form=form, told=told, status=409)
    answer = dict(form.fields["to"].choices)[form.cleaned_data["to"]]  # type: ignore[attr-defined]
    return _thanks(request, entry, str(answer))


def _places(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    form = PlacesForm(request.POST)
    if entry.activity is None or not entry.activity.live:
        return _page(request, entry)
    if form.is_valid():
        try:
            count_places(activity=entry.activity, number=form.cleaned_data["number"], by=None, now=timezone.now())
        except ValidationError as error:
            form.add_error("number", error)
        else:
            return _thanks(request, entry, str(_("Antallet af ledige pladser")))
    return _page(request, entry, places=form, status=422)


def _page(
    request: HttpRequest,
    entry: ReferralActivity,
    *,
    form: AnswerForm | None = None,
    places: PlacesForm | None = None,
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    organisation = _organisation(entry)
    shown = answer_shown(entry, organisation)
    kind = ReadKind.CONTACT if shown.contact else ReadKind.CASE
    record_read(referral=entry.referral, kind=kind, by=organisation, now=timezone.now())
    steps = steps_for(organisation, entry)
    if form is not None and status == 409:
        # What may be answered has changed; what was typed has not.
        form = AnswerForm(steps=steps, initial=form.data.dict())
    context = {
        "shown": shown,
        "form": form or AnswerForm(steps=steps),
        "places": places or PlacesForm(initial={"number": shown.places_left}),
        "version": entry.referral.version if status != 422 else request.POST.get("version", entry.referral.version),
        "told": told,
    }
    return render(request, "cases/answering/answer.html", context, status=status)


def _thanks(request: HttpRequest, entry: ReferralActivity, answer: str) -> HttpResponse:
    return render(request, "cases/answering/thanks.html", {"answer": answer, "organisation": entry.organisation})


def _find(link: Link) -> ReferralActivity | None:
    entries = ReferralActivity.objects.select_related(
        "organisation", "activity", "referral__unit", "referral__area", "referral__owner"
    )
    entry = entries.filter(pk=link.about, organisation=link.receiver).first()
    return entry if entry and may_answer(entry, _organisation(entry)) else None


def _words(entry: ReferralActivity | None) -> dict[str, str]:
    lead = _("Siden her er kun for jer, der svarer for %(organisation)s.")
    return {
        "heading": _("En henvisning til jer"),
        "lead": lead % {"organisation": entry.organisation} if entry else "",
        "button": _("Se henvisningen"),
        "over": _("Henvisningen er afsluttet, eller I har sagt nej til den. Oplysningerne kan ikke ses mere."),
    }


def _organisation(entry: ReferralActivity) -> Organisation:
    if entry.organisation is None:
        raise ValueError("a link is always an organisation's")
    return entry.organisation


DOOR = Door(
    links=LINKS,
    find=_find,
    shows=_page,
    does={"svar": _answer, "pladser": _places},
    again=lambda entry: tell_again(entry=entry, now=timezone.now()),
    words=_words,
)
