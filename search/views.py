"""The results page: read the question, ask, present, render."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from catalogue.choices import ActivityType
from catalogue.presenters.crumbs import catalogue_crumb
from catalogue.queries.areas import kommuner

from . import service
from .feeds import calendar_of_search
from .log.counting import note
from .naming import organiser_names
from .presenters.other_views import calendar_address, map_address
from .presenters.results import results_page
from .query import MAX_TEXT, SearchQuery, clean_text
from .suggesting.suggest import suggest


@require_safe
def results(request: HttpRequest, part: ActivityType | None = None) -> HttpResponse:
    """The answer to the question in the address; on a part's own page within that part."""
    query = SearchQuery.parse(dict(request.GET.lists()))
    if part:
        query = replace(query, types=(part.value,))
    found = service.search(query)
    note(found)
    if query.page > found.pages:
        found = service.search(replace(query, page=found.pages))
    page = results_page(found, timezone.now(), kommuner(), part=part, names=organiser_names(query))
    return render(
        request,
        "pages/results.html",
        {
            "results": page,
            "crumbs": [catalogue_crumb()] if part else [],
            "map_address": map_address(found.query),
            "calendar_address": calendar_address(found.query),
            "calendar": None if query.is_empty else calendar_of_search(query),
        },
    )


@require_safe
@cache_control(public=True, max_age=300)
def suggestions(request: HttpRequest) -> JsonResponse:
    """What the text in the address may be about to become; the same for everybody, and kept nowhere."""
    typed = clean_text(request.GET.get("q", "")[:MAX_TEXT])
    found = suggest(typed, only_places=request.GET.get("kun") == "steder")
    return JsonResponse({"suggestions": [{"text": one.text, "kind": str(one.kind)} for one in found]})
