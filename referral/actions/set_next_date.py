"""Saying when a referral is to be looked at again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..life.choices import Event
from ..models import Referral
from ..policies import may_set_date
from .changing import NotAllowed, locked, save_change, write_line


@transaction.atomic
def set_next_date(*, referral: Referral, next_on: date, by: Any, version: int, now: datetime) -> Referral:
    """Put it off, or take it sooner.

    Raises `Outdated` when somebody else was first, `NotAllowed` when `by` may not, ValueError for a day that has been.
    """
    row = locked(referral, version)
    if not may_set_date(by, row):
        raise NotAllowed("this actor does not set the date")
    if next_on < timezone.localdate(now):
        raise ValueError("the next date is today or later")
    row.next_on = next_on
    save_change(row, "next_on")
    write_line(row, Event.NEXT_DATE, by, now, detail=next_on.isoformat())
    return row
