"""A search as a calendar that one can follow: the dates of what fits."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalogue.feeds.addresses import CalendarLinks, calendar_links
from catalogue.feeds.calendar import Feed, calendar_of
from catalogue.feeds.responses import calendar_response
from catalogue.models import Activity
from catalogue.sharing.addresses import absolute
from search.documents.activities import KIND
from search.engines import get_engine, guarded
from search.planning.where import FITS
from search.query import SearchQuery
from search.service import ask

MOST_ACTIVITIES = 200
RETRY_AFTER_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Followed:
    """What a search finds for its calendar; `degraded` when the engine was away: then it is not to be trusted."""

    activities: list[Activity]
    degraded: bool


@require_safe
def saved_search(request: HttpRequest) -> HttpResponseBase:
    """The calendar of the question in the address.

    Without the engine it answers 503, so that calendars keep what they have until it is back.
    """
    query = unpaged(SearchQuery.parse(dict(request.GET.lists())))
    found = followed(query)
    if found.degraded:
        return HttpResponse(status=503, headers={"Retry-After": str(RETRY_AFTER_SECONDS)})
    feed = Feed(
        name=_("Søgning: %(text)s") % {"text": query.text} if query.text else _("Min søgning"),
        description=_("Det, der passer på din søgning, højst %(most)d aktiviteter.") % {"most": MOST_ACTIVITIES},
        page=absolute(_with(reverse("search:results"), query)),
        source=absolute(calendar_of_search(query).calendar),
    )
    content = calendar_of(feed, found.activities, busy=False)
    # No time of change is told: what leaves the answer leaves no trace of when.
    return calendar_response(request, content, filename="soegning", modified=None)


def followed(query: SearchQuery) -> Followed:
    """The activities that fit the question, in an order that does not hang on the score."""
    asked = ask(query)
    plan = replace(asked.planned.plan, facets=(), probes=(), offset=0, limit=MOST_ACTIVITIES)
    answered = guarded.ask(plan, get_engine(), lambda: get_engine(guarded.FALLBACK))
    fitting = [
        uuid.UUID(identity)
        for hit in answered.found.hits
        for kind, _colon, identity in [hit.id.partition(":")]
        if kind == KIND and asked.planned.tiers[hit.tier] == FITS
    ]
    activities = Activity.objects.published().filter(uuid__in=fitting).order_by("title", "pk").for_card()
    return Followed(list(activities), answered.degraded)


def calendar_of_search(query: SearchQuery) -> CalendarLinks:
    """The links of the calendar of a question."""
    return calendar_links(_with(reverse("search:calendar"), unpaged(query)))


def unpaged(query: SearchQuery) -> SearchQuery:
    """The question without what only a page needs: which one, and in what order."""
    return query.but(sort=SearchQuery().sort)


def _with(path: str, query: SearchQuery) -> str:
    text = query.urlencode()
    return f"{path}?{text}" if text else path
