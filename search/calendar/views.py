"""The calendar's view: read the question and the period, ask, present, render."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalogue.queries.areas import kommuner

from ..feeds import calendar_of_search
from ..naming import organiser_names
from ..query import SearchQuery
from .finding import happening
from .page import calendar_page
from .period import DATE, VIEW, Period


@require_safe
def days(request: HttpRequest) -> HttpResponse:
    """What happens in the period, day by day."""
    now = timezone.now()
    today = timezone.localdate(now)
    query = SearchQuery.parse(dict(request.GET.lists())).but()
    period = Period.parse(request.GET.get(VIEW, ""), request.GET.get(DATE, ""), today)
    found = happening(query, max(period.first, today), period.last)
    page = calendar_page(query, period, found, kommuner(), now, organiser_names(query))
    calendar = None if query.is_empty else calendar_of_search(query)
    return render(request, "pages/calendar.html", {"page": page, "calendar": calendar})
