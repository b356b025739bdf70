"""How long what is said of an activity is believed, and when citizens are told that nobody has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.timezone import localdate

if TYPE_CHECKING:
    from .models import Activity


@dataclass(frozen=True, slots=True)
class Periods:
    """The steps of the ladder, each so long after the one before."""

    letter: timedelta
    reminder: timedelta
    mark: timedelta
    hide: timedelta

    @property
    def until_marked(self) -> timedelta:
        """From the last confirmation until citizens are told."""
        return self.letter + self.reminder + self.mark


def periods() -> Periods:
    """What the settings say."""
    return Periods(
        letter=timedelta(days=settings.FRESHNESS_LETTER_DAYS),
        reminder=timedelta(days=settings.FRESHNESS_REMINDER_DAYS),
        mark=timedelta(days=settings.FRESHNESS_MARK_DAYS),
        hide=timedelta(days=settings.FRESHNESS_HIDE_DAYS),
    )


def right_since(activity: Activity) -> date | None:
    """When somebody last vouched for it: confirmed it, or else published it for the first time."""
    if activity.verified_on:
        return activity.verified_on
    published = activity.first_published_at
    return localdate(published) if published else None


def fresh_from(today: date) -> date:
    """What was right on this day or later is not marked."""
    return today - periods().until_marked + timedelta(days=1)


def is_stale(activity: Activity, today: date) -> bool:
    """Whether citizens are told that nobody has confirmed it for long."""
    since = right_since(activity)
    return since is None or since < fresh_from(today)
