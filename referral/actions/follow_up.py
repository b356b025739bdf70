"""Writing down how it goes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..life.choices import Company, ConsentKind, Decision, Event
from ..life.table import CLOSES
from ..models import MONTHS, FollowUp, Outcome, Referral
from ..models.outcome import LEAST_TILS, MOST_TILS
from ..outcome.due import question_of
from ..policies import actors_of
from .changing import NotAllowed, date_by_rule, locked, save_change, write_line


@transaction.atomic
def follow_up(
    *,
    referral: Referral,
    decision: str,
    company: str,
    by: Any,
    version: int,
    now: datetime,
    attended: int | None = None,
    tils_before: int | None = None,
    tils_after: int | None = None,
    note: str = "",
    next_on: date | None = None,
) -> FollowUp:
    """Write down one time of asking, for the month that was due; the next date is that of the next question.

    `attended` is how often the person came since the last time; the T-ILS numbers are sums from 3 to 9.
    Raises `Outdated` when somebody else was first, `NotAllowed` when `by` does not follow the person, the referral is
    closed or the person has not come yet, ValueError for what is not in the lists, for a number outside its bounds, and
    for T-ILS without consent to it.
    """
    row, today = locked(referral, version), timezone.localdate(now)
    question = question_of(row, today)
    asked = question.month if question and question.day <= today else None
    if not row.is_open or not CLOSES & actors_of(by, row):
        raise NotAllowed("only those who follow the person ask how it goes")
    began = question is not None or row.follow_ups.filter(month=MONTHS[-1]).exists()
    if not began:
        raise NotAllowed("the person has not come yet")
    if attended is not None and attended < 0:
        raise ValueError("nobody comes fewer than no times")
    _write_outcome(row, Company(company), attended, tils_before, tils_after)
    written = FollowUp.objects.create(
        referral=row,
        at=now,
        by=by,
        month=asked,
        decision=Decision(decision),
        attended=attended,
        company=company,
        note=note,
    )
    coming = question_of(row, today)
    row.next_on = next_on or (coming.day if coming and coming.day > today else date_by_rule(row, now))
    save_change(row, "next_on")
    write_line(row, Event.FOLLOWED_UP, by, now, detail=decision)
    return written


def _write_outcome(
    row: Referral, company: Company, attended: int | None, before: int | None, after: int | None
) -> None:
    outcome, _created = Outcome.objects.get_or_create(referral=row)
    outcome.attended += attended or 0
    if company != Company.UNKNOWN:
        outcome.company = company
    if (before is not None or after is not None) and not row.consents.filter(
        kind=ConsentKind.TILS, withdrawn_at__isnull=True
    ).exists():
        raise ValueError("no T-ILS without consent")
    outcome.tils_before = _tils(before) or outcome.tils_before
    outcome.tils_after = _tils(after) or outcome.tils_after
    outcome.save()


def _tils(number: int | None) -> str:
    if number is None:
        return ""
    if not LEAST_TILS <= number <= MOST_TILS:
        raise ValueError(f"T-ILS is {LEAST_TILS} to {MOST_TILS}, not {number}")
    return str(number)
