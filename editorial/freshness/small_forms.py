"""The views of *ret*, *pause* and *ophørt*: each shows its form, and does it when that is sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import FreshnessQuestion
from .actions import change
from .fields import Field, FormPage, Line, correction_fields, problems_of, stop_fields
from .forms import CorrectionForm, EndForm, PauseForm, PlainForm
from .links import Link


def correct(request: HttpRequest, link: Link, question: FreshnessQuestion) -> HttpResponse:
    """The form with what most often changes. Raises `Dead`."""
    form = CorrectionForm(request.POST if request.method == "POST" else None, activity=question.activity)
    if request.method == "POST" and form.is_valid() and form.correction:
        change.correct(
            question=question.pk,
            link=link,
            correction=form.correction,
            note=form.cleaned_data["note"],
            now=timezone.now(),
        )
        return HttpResponseRedirect(request.path)
    lines, fields = correction_fields(form)
    lead = _("Ret det, der ikke passer, og tryk på »Gem«. Resten lader du stå.")
    return _form(request, question, form, (_("Ret oplysningerne"), lead, _("Gem")), fields, lines)


def pause(request: HttpRequest, link: Link, question: FreshnessQuestion) -> HttpResponse:
    """Why, and until when. Raises `Dead`."""
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        change.pause(question=question.pk, link=link, now=timezone.now(), **form.cleaned_data)
        return HttpResponseRedirect(request.path)
    lead = _("Folk kan stadig finde aktiviteten. Der står, at den er på pause, og hvorfor.")
    words = (_("Sæt på pause"), lead, _("Ja, sæt den på pause"))
    return _form(request, question, form, words, stop_fields(form))


def end(request: HttpRequest, link: Link, question: FreshnessQuestion) -> HttpResponse:
    """Whether it has really ended. Raises `Dead`."""
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        change.end(question=question.pk, link=link, now=timezone.now(), **form.cleaned_data)
        return HttpResponseRedirect(request.path)
    lead = _("Folk kan ikke finde aktiviteten mere. Holder den kun pause, så brug linket »Pause« i mailen.")
    words = (_("Er den ophørt?"), lead, _("Ja, den er ophørt"))
    return _form(request, question, form, words, stop_fields(form))


def _form(
    request: HttpRequest,
    question: FreshnessQuestion,
    form: PlainForm,
    words: tuple[str, str, str],
    fields: list[Field],
    lines: list[Line] | None = None,
) -> HttpResponse:
    shown = [field for line in lines or [] for field in line.fields] + fields
    title, lead, button = words
    activity = question.activity
    page = FormPage(
        title=title,
        lead=lead,
        button=button,
        entry=activity.title,
        address=activity.get_absolute_url() if activity.live else "",
        lines=lines or [],
        fields=fields,
        problems=problems_of(form, shown) if form.is_bound else [],
    )
    told: dict[str, Any] = {"page": page}
    return render(request, "pages/freshness_form.html", told, status=422 if page.problems else 200)
