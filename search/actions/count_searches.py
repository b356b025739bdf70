"""Adding counts of searches, and forgetting them again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from catalogue.models import Area

from ..models import AskedInWeek, AskedSearch, AskedStatus

# Fewer who ask the same might be told by their words.
ENOUGH = 3
# What not enough have asked by then is forgotten.
RARE_KEPT = timedelta(weeks=8)


@transaction.atomic
def count_searches(*, asked: Iterable[tuple[str, str, int, int]], by: None = None) -> None:
    """Add (words, slug of the area, times, hits). The words are kept once `ENOUGH` have asked the same.

    `by` is always None: nobody is known.
    """
    asked = list(asked)
    areas = {area.slug: area for area in Area.objects.filter(slug__in={slug for _words, slug, _n, _hits in asked})}
    today = timezone.localdate()
    for words, slug, times, hits in asked:
        _add(words, areas.get(slug), times, hits, today)


def _add(words: str, area: Area | None, times: int, hits: int, today: date) -> None:
    key = salted_hmac("search.log", f"{words}|{area.pk if area else ''}", algorithm="sha256").hexdigest()
    AskedSearch.objects.get_or_create(key=key, defaults={"last_on": today})
    row = AskedSearch.objects.select_for_update(of=("self",)).get(key=key)
    row.times, row.last_on = row.times + times, today
    if row.times >= ENOUGH:
        row.words, row.area = words, area
        # It was thought to be solved, and is not.
        if row.status == AskedStatus.DONE:
            row.status, row.handled_by = AskedStatus.OPEN, None
    row.save()
    week, _new = AskedInWeek.objects.get_or_create(asked=row, week=today - timedelta(days=today.weekday()))
    week.times, week.hits = week.times + times, hits
    week.save()


@transaction.atomic
def purge_searches(*, today: date, by: None = None) -> int:
    """Forget weeks, and words, that are older than the setting says, and rare ones after eight weeks; how many."""
    since = today - timedelta(weeks=settings.SEARCH_LOG_WEEKS)
    AskedInWeek.objects.filter(week__lt=since).delete()
    old = AskedSearch.objects.filter(last_on__lt=since)
    rare = AskedSearch.objects.filter(words="", last_on__lt=today - RARE_KEPT)
    return sum(rows.delete()[1].get("search.AskedSearch", 0) for rows in (old, rare))
