"""Following a link from the mail. Nobody signs in; a link shows and does nothing before a button is pressed.

So a mail scanner that opens every link learns nothing of anybody, and answers nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.visitors.throttling import has_room
from catalogue.actions.set_places_left import set_places_left
from catalogue.models import Organisation

from ..actions.changing import NotAllowed, Outdated
from ..actions.record_read import record_read
from ..actions.step_referral import step_referral
from ..actions.tell_organisations import TooSoon, tell_again
from ..life.choices import ReadKind
from ..models import Referral, ReferralActivity
from ..policies import steps_for
from .forms import AnswerForm, PlacesForm
from .links import Link, NoLink, read
from .shown import answer_shown, may_answer

MOST_FROM_ONE = 240
MOST_IN_ALL = 5000


def unkept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Kept by nobody, listed nowhere, told to nobody that a link leads to."""

    @wraps(view)
    def answered(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        add_never_cache_headers(response)
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return answered


# Exempt because the protection needs a cookie, and those who answer by a link get none. The address itself holds what
# only the receiver of the mail has, and nobody is signed in here, whatever cookies come along.
@csrf_exempt
@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, link: str) -> HttpResponse:
    """What a link leads to: a button; behind it the referral, and the answer to it."""
    try:
        said = read(link)
    except NoLink:
        return _closed(request, "unknown", 404)
    entry = _entry(said)
    if entry is None or not may_answer(entry, _organisation(entry)):
        return _closed(request, "over", 410)
    if request.method == "POST" and not has_room(request, "answer", from_one=MOST_FROM_ONE, in_all=MOST_IN_ALL):
        return _closed(request, "busy", 429)
    if said.expired:
        return _expired(request, entry)
    if request.method != "POST":
        return render(request, "cases/answering/door.html", {"organisation": entry.organisation})
    return DOES.get(request.POST.get("do", ""), _show)(request, entry)


def _show(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    return _page(request, entry)


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
            return _closed(request, "over", 410)
        return _page(request, entry, form=form, told=told, status=409)
    answer = dict(form.fields["to"].choices)[form.cleaned_data["to"]]  # type: ignore[attr-defined]
    return _thanks(request, entry, str(answer))


def _places(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    form = PlacesForm(request.POST)
    if entry.activity is None or not entry.activity.live:
        return _page(request, entry)
    if form.is_valid():
        try:
            set_places_left(entry=entry.activity, number=form.cleaned_data["number"], by=None)
        except ValidationError as error:
            form.add_error("number", error)
        else:
            return _thanks(request, entry, str(_("Antallet af ledige pladser")))
    return _page(request, entry, places=form, status=422)


def _again(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    """A new link, to the address that the portal knows; never to one that is typed."""
    try:
        sent = tell_again(entry=entry, now=timezone.now())
    except TooSoon:
        return _closed(request, "soon", 429)
    return _closed(request, "sent" if sent else "nowhere", 200 if sent else 503)


def _expired(request: HttpRequest, entry: ReferralActivity) -> HttpResponse:
    if request.method == "POST" and request.POST.get("do") == "nyt-link":
        return _again(request, entry)
    return _closed(request, "expired", 410)


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


def _closed(request: HttpRequest, why: str, status: int) -> HttpResponse:
    return render(request, "cases/answering/closed.html", {"why": why}, status=status)


def _entry(link: Link) -> ReferralActivity | None:
    entries = ReferralActivity.objects.select_related(
        "organisation", "activity", "referral__unit", "referral__area", "referral__owner"
    )
    return entries.filter(pk=link.entry, organisation=link.organisation).first()


def _organisation(entry: ReferralActivity) -> Organisation:
    if entry.organisation is None:
        raise ValueError("a link is always an organisation's")
    return entry.organisation


DOES: dict[str, Callable[[HttpRequest, ReferralActivity], HttpResponse]] = {"svar": _answer, "pladser": _places}
