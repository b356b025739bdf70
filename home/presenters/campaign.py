"""A campaign: when it is, what happens, what one can join."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.models import Activity
from catalogue.presenters.card import Card, card_of
from catalogue.recurrence.words import date_words, day_words, sentence, time_words

from ..saved_search import Found, found

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
    today, cards = timezone.localdate(now), _chosen(page, now)
    return CampaignView(
        period=period_words(page.starts_on, page.ends_on, today),
        state=state_of(page, today),
        events=[_event(row, now) for row in sorted(page.dates.all(), key=lambda row: row.starts_at)],
        cards=cards,
        found=_found_besides(page, cards, now) if page.search else None,
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


def _chosen(page: CampaignPage, now: datetime) -> list[Card]:
    wanted = [row.activity_id for row in page.chosen.all()]
    activities = Activity.objects.published().for_card().in_bulk(wanted) if wanted else {}
    return [card_of(activities[pk], now) for pk in wanted if pk in activities]


def _found_besides(page: CampaignPage, cards: list[Card], now: datetime) -> Found:
    """What the search finds that is not among the chosen ones."""
    chosen = {card.address for card in cards}
    answer = found(page.search, now, SEARCHED + len(cards))
    return replace(answer, cards=[card for card in answer.cards if card.address not in chosen][:SEARCHED])


def _event(row: CampaignDate, now: datetime) -> Event:
    moment = timezone.localtime(row.starts_at)
    when = f"{day_words(moment.date(), timezone.localdate(now))} {time_words(moment.time())}"
    return Event(row.title, moment, sentence(when), row.place, row.text, over=moment < now)
