"""The activities that have a date in a period and fit a search."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from catalogue.models import Activity, DateException
from search.documents.activity_dates import as_number
from search.engines import get_engine, guarded
from search.plan import Between, Filter, Plan
from search.planning.where import FITS
from search.query import SearchQuery
from search.schema import NumberField
from search.service import Asked, ask

# A page that shows more is read by nobody; it says so.
MOST_ACTIVITIES = 400
MOST_CHANGED = 1000


@dataclass(frozen=True, slots=True)
class Happening:
    """The activities; `complete` is false when there were more than a page can show, `degraded` as in a search."""

    activities: list[Activity]
    complete: bool
    degraded: bool


def happening(query: SearchQuery, first: date, last: date) -> Happening:
    """What fits the question and has a date from `first` to `last`, cancelled dates too, in five queries at most.

    Dates of the question itself are set aside: the period is the calendar's.
    """
    asked = ask(query.but(date_from=None, date_to=None, sort=SearchQuery().sort))
    during = Filter("dato", Between(NumberField.DATE, as_number(first), as_number(last)))
    ids, total, degraded = _fitting(asked, MOST_ACTIVITIES, during)
    # The index holds dates that take place, so what is cancelled is looked up.
    changed = set(
        DateException.objects.filter(original_date__range=(first, last)).values_list("activity__uuid", flat=True)
    ) - set(ids)
    if changed:
        fitting, _total, degraded = _fitting(asked, MOST_CHANGED)
        ids += [one for one in fitting if one in changed]
    return Happening(list(_with_dates(ids)), total <= MOST_ACTIVITIES, degraded)


def _fitting(asked: Asked, limit: int, *filters: Filter) -> tuple[list[uuid.UUID], int, bool]:
    """Ids of what fits exactly, as in a calendar that one follows, with how many were found in all."""
    plan: Plan = asked.planned.plan
    plan = replace(plan, filters=(*plan.filters, *filters), facets=(), probes=(), offset=0, limit=limit)
    answered = guarded.ask(plan, get_engine(), lambda: get_engine(guarded.FALLBACK))
    hits = [hit for hit in answered.found.hits if asked.planned.tiers[hit.tier] == FITS]
    totals = answered.found.tier_totals or (answered.found.total,)
    total = sum(count for tier, count in enumerate(totals) if asked.planned.tiers[tier] == FITS)
    return [uuid.UUID(hit.id.partition(":")[2]) for hit in hits], total, answered.degraded


def _with_dates(ids: list[uuid.UUID]) -> QuerySet[Activity]:
    return Activity.objects.published().filter(uuid__in=ids).for_dates()
