"""Following a link from the mail. Nobody signs in, and a link only does something when a button is pressed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from ..models import FreshnessQuestion, FreshnessRound
from . import pages, small_forms
from .actions.again import TooSoon, write_again
from .actions.answer import Dead, confirm, confirm_all, questions_left
from .links import Link, NoLink, Purpose, read
from .standing import Standing, standing_of


# Exempt because the protection needs a cookie, and visitors get none. The address itself holds what only the receiver
# of the mail has, and nobody is signed in here, whatever cookies come along.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what the link is about; does it when the button is pressed, and then shows what came of it."""
    try:
        link = read(token)
    except NoLink:
        return _closed(request, pages.unknown_page(), 404)
    return _all(request, link) if link.purpose == Purpose.ALL else _about_one(request, link)


def _about_one(request: HttpRequest, link: Link) -> HttpResponse:
    question = _question(link)
    standing = standing_of(question, link)
    if standing != Standing.OPEN:
        return _dead(request, question, standing)
    try:
        return ABOUT_ONE[link.purpose](request, link, question)
    except Dead as dead:  # somebody else was quicker
        return _dead(request, _question(link), dead.standing)


def _right(request: HttpRequest, link: Link, question: FreshnessQuestion) -> HttpResponse:
    if request.method == "POST":
        confirm(question=question.pk, link=link, now=timezone.now())
        return HttpResponseRedirect(request.path)
    return render(request, "pages/freshness.html", {"page": pages.confirm_page(question, timezone.now())})


def _all(request: HttpRequest, link: Link) -> HttpResponse:
    round_ = get_object_or_404(FreshnessRound.objects.select_related("organisation"), pk=link.key)
    if request.method == "POST":
        try:
            confirm_all(round_=round_.pk, link=link, now=timezone.now())
        except Dead as dead:
            closed = pages.expired_page() if dead.standing == Standing.EXPIRED else pages.all_answered_page(round_)
            return _closed(request, closed, 410)
        return HttpResponseRedirect(request.path)
    left = [one for one in questions_left(round_.pk) if standing_of(one, link) == Standing.OPEN]
    if link.expired:
        return _closed(request, pages.expired_page(), 410)
    if not left:
        return _closed(request, pages.all_answered_page(round_), 200)
    return render(request, "pages/freshness.html", {"page": pages.confirm_all_page(round_, left, timezone.now())})


@csrf_exempt
@never_cache
@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """Sends new links to the address that the portal knows; never to one that is typed."""
    try:
        link = read(token)
    except NoLink:
        return _closed(request, pages.unknown_page(), 404)
    round_ = _round(link)
    try:
        sent_to = write_again(round_=round_, now=timezone.now())
    except TooSoon:
        return _closed(request, pages.too_soon_page(), 429)
    return _closed(request, pages.sent_again_page(sent_to), 200)


def _question(link: Link) -> FreshnessQuestion:
    asked = FreshnessQuestion.objects.select_related("activity__venue", "activity__organisation", "round")
    return get_object_or_404(asked.prefetch_related("activity__schedules"), pk=link.key)


def _round(link: Link) -> FreshnessRound:
    rounds = FreshnessRound.objects.select_related("organisation")
    if link.purpose == Purpose.ALL:
        return get_object_or_404(rounds, pk=link.key)
    return get_object_or_404(rounds, questions=link.key)


def _dead(request: HttpRequest, question: FreshnessQuestion, standing: Standing) -> HttpResponse:
    status = 200 if standing == Standing.ANSWERED and request.method != "POST" else 410
    return _closed(request, pages.closed_page(question, standing, timezone.now()), status)


def _closed(request: HttpRequest, page: pages.ClosedPage, status: int) -> HttpResponse:
    told = {"page": page, "path": request.path.removesuffix("nye-links/")}
    return render(request, "pages/freshness_closed.html", told, status=status)


ABOUT_ONE: dict[Purpose, Callable[[HttpRequest, Link, FreshnessQuestion], HttpResponse]] = {
    Purpose.RIGHT: _right,
    Purpose.CORRECT: small_forms.correct,
    Purpose.PAUSE: small_forms.pause,
    Purpose.END: small_forms.end,
}
