"""Entries that may be the same as the one being written: at the same place and time, or nearly of the same name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from .choices import Status
from .models import Activity, Schedule
from .policies import POLICIES
from .recurrence import occurrences
from .recurrence.activity import readable_rules, rules_of
from .recurrence.types import Rule

# How near two titles are when they may be the same, of 100.
NEAR = 88
SHOWN = 3
# Among so many others at a place, and so far ahead, times are compared.
NEIGHBOURS, AHEAD = 60, timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Similar:
    """Another entry, what it has in common, and where one can see it."""

    entry: Activity
    sentence: str
    address: str


def similar_to(activity: Activity, user: Any) -> list[Similar]:
    """At most `SHOWN` entries that the user may see, by three queries, however many entries there are.

    Somebody who does not work everywhere costs a query more for each that is found: may they change it?
    """
    others = POLICIES[Activity].choosable(user).exclude(pk=activity.pk).exclude(status=Status.ENDED)
    found: dict[int, Similar] = {}
    for entry, sentence in (*_same_time(activity, others), *_same_title(activity, others)):
        found.setdefault(entry.pk, Similar(entry, sentence, _address(entry, user)))
    return list(found.values())[:SHOWN]


def _same_time(activity: Activity, others: QuerySet[Activity]) -> Iterator[tuple[Activity, str]]:
    if not activity.venue_id:
        return
    now = timezone.now()
    own = _spans(rules_of(activity), now)
    if not own:
        return
    there = others.filter(venue=activity.venue_id).order_by("pk")[:NEIGHBOURS]
    rows = Schedule.objects.filter(activity__in=there.values("pk")).select_related("activity__venue")
    for entry, theirs in groupby(rows.order_by("activity_id", "pk"), key=lambda row: row.activity):
        if any(
            start < end_of_own and start_of_own < end
            for start, end in _spans(readable_rules(theirs, entry), now)
            for start_of_own, end_of_own in own
        ):
            yield entry, _("»%(title)s« er samme sted på samme tid.") % {"title": entry.title}


def _spans(rules: tuple[Rule, ...], now: datetime) -> list[tuple[datetime, datetime]]:
    return [(one.start, one.end) for one in occurrences(rules, start=now, end=now + AHEAD)]


def _same_title(activity: Activity, others: QuerySet[Activity]) -> Iterator[tuple[Activity, str]]:
    title = _folded(activity.title)
    if len(title) < 4:
        return
    near = Q()
    if activity.organisation_id:
        near |= Q(organisation=activity.organisation_id)
    if areas := [area.pk for area in activity.areas.all()]:
        near |= Q(areas__in=areas)
    titles = {pk: _folded(other) for pk, other in others.filter(near).order_by().values_list("pk", "title")}
    best = process.extract(title, titles, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=SHOWN)
    entries = Activity.objects.select_related("organisation").in_bulk([pk for _title, _score, pk in best])
    for _title, _score, pk in best:
        entry = entries[pk]
        yield (
            entry,
            _("»%(title)s« fra %(organisation)s hedder næsten det samme.")
            % {"title": entry.title, "organisation": entry.organisation},
        )


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _address(entry: Activity, user: Any) -> str:
    """The form for whoever may change it, and the page for others."""
    if POLICIES[Activity].user_has_permission_for_instance(user, "change", entry):
        return reverse("wagtailsnippets_catalogue_activity:edit", args=[entry.pk])
    return entry.get_absolute_url()
