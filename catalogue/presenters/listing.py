"""The pages of an organiser, a place and an area: what happens there, soonest first, and everything there is."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Paginator

from ..models import Activity
from ..querysets import ActivityQuerySet
from ..recurrence.activity import upcoming
from ..recurrence.types import Occurrence
from ..recurrence.words import change_words, sentence, when_words
from .card import Card, card_of
from .facts import place_in_a_line
from .paging import Paging, paging

PAGE_SIZE = 20
COMING_SHOWN = 6
COMING_AMONG = 200
DATES_EACH = 3


@dataclass(frozen=True, slots=True)
class Coming:
    """One coming date of one activity."""

    moment: datetime
    words: str
    title: str
    address: str
    place: str
    notice: str
    cancelled: bool


@dataclass(frozen=True, slots=True)
class ListingPage:
    """One page of a list: the soonest dates (on the first page only), the cards, how many there are in all."""

    coming: list[Coming]
    cards: list[Card]
    total: int
    paging: Paging


def listing_page(activities: ActivityQuerySet | Sequence[Activity], number: object, now: datetime) -> ListingPage:
    """The page `number` (as typed; nonsense is the first page) of the activities, a fixed number of queries.

    The soonest dates are chosen among the first 200 activities, so that no page computes thousands of calendars.
    """
    page = Paginator(activities, PAGE_SIZE).get_page(number)
    count = page.paginator.num_pages
    first = page.number == 1
    among = list(activities[:COMING_AMONG] if first else page.object_list)
    return ListingPage(
        coming=coming(among, now) if first else [],
        cards=[card_of(activity, now) for activity in among[:PAGE_SIZE]],
        total=page.paginator.count,
        paging=paging(page.number, count, lambda n: f"?side={n}"),
    )


def coming(activities: Sequence[Activity], now: datetime, limit: int = COMING_SHOWN) -> list[Coming]:
    """The next dates of the activities together, soonest first, cancelled ones with their reason.

    Where there are many activities each is named once, so that what happens daily leaves room for the others.
    """
    each = 1 if len(activities) >= limit else DATES_EACH
    dates = (
        (occurrence, activity) for activity in activities for occurrence in upcoming(activity, after=now, limit=each)
    )
    first = heapq.nsmallest(limit, dates, key=lambda pair: (pair[0].start, pair[1].title))
    return [_coming(occurrence, activity, now) for occurrence, activity in first]


def _coming(occurrence: Occurrence, activity: Activity, now: datetime) -> Coming:
    return Coming(
        moment=occurrence.start,
        words=sentence(when_words(occurrence, now, until=False)),
        title=activity.title,
        address=activity.get_absolute_url(),
        place=place_in_a_line(activity),
        notice=change_words(occurrence, now),
        cancelled=not occurrence.takes_place,
    )
