"""Closing a referral."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..life.choices import CloseReason, Event
from ..models import EscortArrangement, Referral
from ..policies import may_close
from .changing import NotAllowed, locked, save_change, write_line
from .count_outcome import count_outcome
from .free_places import note_closing
from .tell_escort import end_arrangements


@transaction.atomic
def close_referral(
    *, referral: Referral, reason: str, by: Any, version: int, now: datetime, note: str = ""
) -> Referral:
    """End it: nothing more can be done with it, and its time to be forgotten begins.

    Raises `Outdated` when somebody else was first, `NotAllowed` when `by` may not, ValueError for a reason that is
    no `CloseReason`.
    """
    row = locked(referral, version)
    if not may_close(by, row):
        raise NotAllowed("this actor does not close the referral")
    note_closing(row=row, reason=reason)
    end_arrangements(made=EscortArrangement.objects.filter(entry__referral=row), now=now)
    row.closed_at, row.close_reason = now, CloseReason(reason)
    save_change(row, "closed_at", "close_reason")
    write_line(row, Event.CLOSED, by, now, detail=reason, note=note)
    count_outcome(referral=row, now=now)
    return row
