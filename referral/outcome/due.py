"""Who is to be asked how it goes: 1, 3 and 6 months after they came for the first time."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Min, Q
from django.utils import timezone

from ..life.choices import State
from ..models import MONTHS, Referral


@dataclass(frozen=True, slots=True)
class Question:
    """That somebody is to be asked for the month `month`, from `day` on."""

    referral: Referral
    month: int
    day: date
    began: date


def questions_for(user: Any, today: date, ahead: int = 0) -> list[Question]:
    """The next question of each open referral that is due today or within `ahead` days, the oldest first.

    A month that was never asked about is left once the next one is due. Two queries, whatever the length: shown by
    tests/integration/referral/outcome.
    """
    came = Min("steps__at", filter=Q(steps__to_state__in=[State.CAME, State.GOES_ON]))
    rows = (
        Referral.objects.whole_to(user)
        .open()
        .annotate(came_at=came)
        .filter(came_at__isnull=False)
        .select_related("area", "unit", "owner")
        .prefetch_related("entries", "follow_ups")
    )
    found = []
    for referral in rows:
        asked = {one.month for one in referral.follow_ups.all()}
        began = timezone.localdate(referral.came_at)  # type: ignore[attr-defined]
        question = next_question(referral, began, asked, today)
        if question and (question.day - today).days <= ahead:
            found.append(question)
    return sorted(found, key=lambda one: (one.day, one.referral.pk))


def next_question(referral: Referral, began: date, asked: set[int | None], today: date) -> Question | None:
    """The latest month that is due and not asked about, nor a later one; else the next to come; None after the last."""
    last = max((month for month in asked if month), default=0)
    left = [month for month in MONTHS if month > last]
    due = [month for month in left if months_after(began, month) <= today]
    month = due[-1] if due else left[0] if left else None
    return Question(referral, month, months_after(began, month), began) if month else None


def question_of(referral: Referral, today: date) -> Question | None:
    """The next question of one referral; None before the person has come, and after the last."""
    steps = referral.steps.filter(to_state__in=[State.CAME, State.GOES_ON]).aggregate(came=Min("at"))
    if steps["came"] is None:
        return None
    asked = set(referral.follow_ups.values_list("month", flat=True))
    return next_question(referral, timezone.localdate(steps["came"]), asked, today)


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
