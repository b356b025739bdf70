"""The map's view: read the question, ask for more of the answer than a page of the list, draw, render."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.queries.areas import kommuner

from ..engines import get_engine, guarded
from ..query import SearchQuery
from ..results import SearchResults
from ..service import answer, ask
from .page import BOX, map_page

MOST = 200


@require_safe
def map_of_results(request: HttpRequest) -> HttpResponse:
    """The answer to the question in the address, on a map and in the list beside it."""
    results = found(SearchQuery.parse(dict(request.GET.lists())))
    complete = results.total <= MOST
    page = map_page(results, kommuner(), request.GET.get(BOX, ""), timezone.now(), complete=complete)
    return render(request, "pages/map.html", {"page": page})


def found(query: SearchQuery) -> SearchResults:
    """The activities of the answer in the order of the list, all pages of it, as far as a map has room."""
    asked = ask(replace(query, page=1))
    plan = asked.planned.plan
    plan = replace(plan, facets=(), probes=(), offset=0, limit=MOST)
    answered = guarded.ask(plan, get_engine(), lambda: get_engine(guarded.FALLBACK))
    return answer(asked, answered.found, engine=answered.engine, degraded=answered.degraded)
