"""Handing a referral over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..life.choices import Event
from ..models import Referral
from ..policies import may_hand_over, sees_all
from ..privacy.mails import tell_new_owner
from .changing import NotAllowed, locked, save_change, write_line


@transaction.atomic
def hand_over(*, referral: Referral, to: Any, by: Any, version: int, now: datetime, note: str = "") -> Referral:
    """Make the user `to` its owner, and tell them by mail, with nothing of the person in it.

    Raises `Outdated` when somebody else was first, `NotAllowed` when `by` may not, or `to` could not look after it.
    """
    row = locked(referral, version)
    if not may_hand_over(by, row) or not sees_all(to, row):
        raise NotAllowed("this actor does not hand it over, or not to this user")
    row.owner = to
    save_change(row, "owner")
    write_line(row, Event.HANDED_OVER, by, now, detail=str(to)[:160], note=note)
    if to != by:
        tell_new_owner(to=to, referral=row)
    return row
