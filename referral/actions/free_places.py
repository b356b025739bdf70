"""Passing on a place that is freed: whoever has waited longest is next, and their owner hears of it once.

What has happened is counted in the activity's `WaitingLine`, in the transaction of what freed the place; the places are
given on after it, or by the clock when the process was killed in between. Locks are taken in one order everywhere: the
referral, the line, the waiting entries.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from catalogue.actions.set_places_left import set_places_left
from catalogue.models import Activity

from ..life.choices import State
from ..models import Referral, ReferralActivity, WaitingLine
from ..waiting.freeing import frees_by_closing, frees_by_step
from ..waiting.letters import write_of_room
from ..waiting.line import in_line


def note_step(*, entry: ReferralActivity, to: State, reason: str = "", by: None = None) -> None:
    """Before a step is written: begin the line, or count the place that it frees. In the caller's transaction."""
    if entry.activity_id is None:
        return
    if to == State.WAITING:
        _begin(entry.activity_id)
    elif frees_by_step(entry, to, reason):
        _free([entry.activity_id])


def note_closing(*, row: Referral, reason: str, by: None = None) -> None:
    """Before a referral is closed or deleted: count the places it gives up. In the caller's transaction."""
    left = [entry.activity_id for entry in row.entries.all() if entry.activity_id and frees_by_closing(entry, reason)]
    if row.is_open:
        _free(sorted(left))


def count_places(*, activity: Activity, number: int, by: Any, now: datetime) -> None:
    """Set the places left, and tell those who are next if there are more. Raises as `set_places_left`."""
    set_places_left(entry=activity, number=number, by=by)
    give_on(activity=activity.pk, now=now)


@transaction.atomic
def give_on(*, activity: int, now: datetime, by: None = None) -> int:
    """Tell the owners of those who are next, as many as there are places freed or added; return how many.

    An activity that counts its places has no more told than are left: who leaves, and the number raised for it, is one
    place. A number that is lowered takes the word back from those who were told last. With nobody waiting it is lost.
    """
    lines = WaitingLine.objects.select_for_update(of=("self",)).select_related("activity")
    line = lines.filter(activity=activity).first()
    if line is None:
        return 0
    left = line.activity.places_left or 0
    waiting = list(in_line().filter(activity=activity).select_related("referral__owner", "referral__area"))
    told = [entry for entry in waiting if entry.room_at]
    if left < line.places_seen:
        too_many, told = told[left:], told[:left]
        ReferralActivity.objects.filter(pk__in=[entry.pk for entry in too_many]).update(room_at=None)
    free = max(left - line.places_seen, 0) + line.freed
    free = min(free, max(left - len(told), 0)) if left else free
    line.places_seen, line.freed = left, 0
    line.save(update_fields=["places_seen", "freed"])
    return _tell([entry for entry in waiting if not entry.room_at], free, now)


def give_on_all(*, now: datetime, by: None = None) -> int:
    """The same wherever something has changed unseen: in the editors' system, by import, or where a process was killed.

    Safe to repeat and to run beside itself. Returns how many were told.
    """
    for activity in in_line().filter(activity__waiting_line=None).values_list("activity", flat=True).distinct():
        _begin(activity)
    changed = ~Q(places_seen=Coalesce(F("activity__places_left"), 0)) | Q(freed__gt=0)
    activities = WaitingLine.objects.filter(changed).order_by("activity").values_list("activity", flat=True)
    return sum(give_on(activity=activity, now=now) for activity in list(activities))


def _tell(waiting: Iterable[ReferralActivity], free: int, now: datetime) -> int:
    told = 0
    for entry in waiting:
        if told == free:
            break
        # Somebody may have been taken off the line since it was read: then the place is the next one's.
        still = ReferralActivity.objects.filter(pk=entry.pk, state=State.WAITING, room_at=None)
        if still.update(room_at=now):
            write_of_room(entry)
            told += 1
    return told


def _begin(activity: int) -> None:
    """The line as it is now; what happened while nobody waited frees nothing for whoever comes."""
    left = Activity.objects.values_list("places_left", flat=True).get(pk=activity) or 0
    _line, is_new = WaitingLine.objects.get_or_create(activity_id=activity, defaults={"places_seen": left})
    if not is_new and not in_line().filter(activity=activity).exists():
        WaitingLine.objects.filter(activity=activity).update(places_seen=left, freed=0)


def _free(activities: Iterable[int]) -> None:
    for activity in activities:
        if WaitingLine.objects.filter(activity=activity).update(freed=F("freed") + 1):
            transaction.on_commit(partial(_give_on_soon, activity), robust=True)


def _give_on_soon(activity: int) -> None:
    give_on(activity=activity, now=timezone.now())
