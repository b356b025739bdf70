"""Referring a person to more than they were at first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from catalogue.models import Activity

from ..life.choices import Event
from ..life.referrers import may_refer_to
from ..models import MOST_ENTRIES, Referral
from ..policies import may_add
from .changing import NotAllowed, date_by_rule, locked, propose_activities, save_change, tell_on_commit, write_line


class TooMany(ValueError):
    """A referral holds so many activities at most; `room` says how many more there is room for."""

    def __init__(self, room: int) -> None:
        super().__init__(f"there is room for {room} more")
        self.room = room


@transaction.atomic
def add_activities(
    *, referral: Referral, activities: Sequence[Activity], by: Any, version: int, now: datetime
) -> Referral:
    """Propose the activities as well, after those that are there; each organisation is told as at first.

    What is there already is left as it is. Raises `Outdated` when somebody else was first, `NotAllowed` when `by` may
    not, `TooMany` when there is no room for all of them, ValueError without a new one.
    """
    row = locked(referral, version)
    if not may_add(by, row) or not all(may_refer_to(row.referrer_kind, one) for one in activities):
        raise NotAllowed("this actor does not refer to more")
    there = list(row.entries.values_list("activity_id", "position"))
    new = [one for one in activities if one.pk not in {key for key, _position in there}]
    if not new:
        raise ValueError("nothing new is proposed")
    if len(there) + len(new) > MOST_ENTRIES:
        raise TooMany(MOST_ENTRIES - len(there))
    first = max((position for _key, position in there), default=-1) + 1
    propose_activities(row, new, first, now)
    row.next_on = date_by_rule(row, now)
    save_change(row, "next_on")
    write_line(row, Event.ADDED, by, now, detail=", ".join(one.title for one in new)[:160])
    tell_on_commit(row)
    return row
