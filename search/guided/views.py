"""The questions and the offers: read the answers, ask, present, render."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.queries.areas import Kommune, kommuner

from . import addresses
from .answers import Answers
from .offers import offers as offers_for
from .pages import offers_page, question_page
from .questions import questions


@require_safe
def question(request: HttpRequest, name: str = "") -> HttpResponse:
    """One question. Going on with an answer leads to the next; without one, the page says what is missing."""
    answers, _kommuner = _answers(request)
    asked = next((one for one in answers.questions if one.name == name or not name), None)
    if asked is None:
        raise Http404
    pressed_on = addresses.GO_ON in request.GET
    page = question_page(asked, answers, pressed_on=pressed_on)
    if pressed_on and not page.problems:
        return HttpResponseRedirect(addresses.after(asked, answers))
    return render(request, "pages/guided_question.html", {"page": page})


@require_safe
def offers(request: HttpRequest) -> HttpResponse:
    """The offers for the answers in the address."""
    answers, trees = _answers(request)
    page = offers_page(offers_for(answers, trees), answers, trees, timezone.now())
    return render(request, "pages/guided_offers.html", {"page": page})


def _answers(request: HttpRequest) -> tuple[Answers, list[Kommune]]:
    trees = kommuner()
    return Answers.parse(dict(request.GET.lists()), questions(trees)), trees
