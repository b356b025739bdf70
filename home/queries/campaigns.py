"""The campaign to tell about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import get_language

from ..presenters.campaign import period_words
from .visible import visible


@dataclass(frozen=True, slots=True)
class Teaser:
    """A campaign in a few words."""

    title: str
    address: str
    introduction: str
    period: str


def current_campaign(today: date, request: HttpRequest | None) -> Teaser | None:
    """The one that runs, else the next, in the language in use (tests/integration/home/test_front_page.py)."""
    campaigns = visible(apps.get_model("home", "CampaignPage").objects.filter(locale__language_code=get_language()))
    page = campaigns.filter(ends_on__gte=today).order_by("starts_on", "pk").first()
    if page is None:
        return None
    return Teaser(
        page.title, page.get_url(request), page.introduction, period_words(page.starts_on, page.ends_on, today)
    )
