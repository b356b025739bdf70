"""Whether a link still holds, and if not, why."""

from __future__ import annotations

from enum import Enum

from catalogue.choices import Status

from ..models import FreshnessQuestion
from .links import Link


class Standing(Enum):
    """What a link is worth. Only an open one does anything."""

    OPEN = "open"
    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    GONE = "gone"
    EXPIRED = "expired"


def standing_of(question: FreshnessQuestion, link: Link) -> Standing:
    """What a link about this question is worth; `question` with its activity."""
    activity, before = question.activity, question.verified_before
    if question.answered_at:
        return Standing.ANSWERED
    if activity.status == Status.ENDED or not (activity.live or is_hidden(question)):
        return Standing.GONE
    if activity.verified_on and (before is None or activity.verified_on > before):
        return Standing.CONFIRMED
    return Standing.EXPIRED if link.expired else Standing.OPEN


def is_hidden(question: FreshnessQuestion) -> bool:
    """Whether the entry is off the portal because this question got no answer, and nobody has put it on since."""
    activity = question.activity
    published = activity.last_published_at
    return bool(question.hidden_at and not activity.live and (published is None or published <= question.hidden_at))
