"""A campaign: when it is, what happens, what one can join."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.models import Activity
from catalogue.presenters.card import Card, card_of
from catalogue.recurrence.words import date_words, day_words, sentence, time_words
from search.picking import Picked, pick

from ..saved_search import Found, found_of, question

if TYPE_CHECKING:
    from ..models.campaign_page import CampaignDate, CampaignPage

SEARCHED = 6


@dataclass(frozen=True, slots=True)
class Event:
    """One of the campaign's own dates."""

    title: str
    moment: datetime
    words: str
    place: str
    text: str
    over: bool


@dataclass(frozen=True, slots=True)
class CampaignView:
    """What a campaign's page shows; `state` is "coming", "running" or "over"."""

    period: str
    state: str
    events: list[Event]
    cards: list[Card]
    found: Found | None


def campaign_view(page: CampaignPage, now: datetime) -> CampaignView:
    """The campaign as it is at `now` (aware); activities that have ended or are taken down are left out."""
    today = timezone.localdate(now)
    cards, found = _activities(page, now)
    return CampaignView(
        period=period_words(page.starts_on, page.ends_on, today),
        state=state_of(page, today),
        events=[_event(row, now) for row in sorted(page.dates.all(), key=lambda row: row.starts_at)],
        cards=cards,
        found=found,
    )


def state_of(page: CampaignPage, today: date) -> str:
    """Whether the campaign is coming, running or over."""
    if today < page.starts_on:
        return "coming"
    return "running" if today <= page.ends_on else "over"


def period_words(first: date, last: date, today: date) -> str:
    """ "1. marts til 31. marts"; the years only when they are not this one."""
    if first == last:
        return date_words(first, today)
    return _("%(first)s til %(last)s") % {"first": date_words(first, today), "last": date_words(last, today)}


def _activities(page: CampaignPage, now: datetime) -> tuple[list[Card], Found | None]:
    """The chosen activities, and what the search finds besides them, fetched together."""
    wanted = [row.activity_id for row in page.chosen.all()]
    query = question(page.search)
    picked = pick(query, SEARCHED + len(wanted)) if page.search else Picked({}, 0)
    either = Q(pk__in=wanted) | Q(uuid__in=list(picked.distances))
    fetched = Activity.objects.published().for_card().filter(either) if wanted or picked.distances else ()
    activities = {activity.pk: activity for activity in fetched}
    cards = [card_of(activities[pk], now) for pk in wanted if pk in activities]
    others = {activity.uuid: activity for activity in activities.values() if activity.pk not in wanted}
    found = found_of(query, picked, others, now) if page.search else None
    return cards, replace(found, cards=found.cards[:SEARCHED]) if found else None


def _event(row: CampaignDate, now: datetime) -> Event:
    moment = timezone.localtime(row.starts_at)
    when = f"{day_words(moment.date(), timezone.localdate(now))} {time_words(moment.time())}"
    return Event(row.title, moment, sentence(when), row.place, row.text, over=moment < now)
