"""Taking a step with one of the activities of a referral."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from ..life.choices import DeclineReason, Event, State
from ..models import Referral, ReferralActivity
from ..policies import steps_for
from .changing import NotAllowed, date_by_rule, locked, save_change, write_line
from .free_places import note_step
from .tell_escort import end_arrangements

# With these nobody is waited for at the door any more.
NOBODY_GOES_ALONG = (State.CONTACTED, State.WAITING, State.DECLINED, State.STOPPED)


@transaction.atomic
def step_referral(
    *,
    entry: ReferralActivity,
    to: str,
    by: Any,
    version: int,
    now: datetime,
    reason: str = "",
    note: str = "",
    next_on: date | None = None,
) -> Referral:
    """Bring the activity into the state `to`, and say when to look again: `next_on`, or by the rule.

    `by` is a user, or an organisation that answers by a link. `version` is that of the referral as it was read;
    `reason` is a `DeclineReason`, and goes with `State.DECLINED` alone.
    Raises `Outdated` when somebody else was first, `NotAllowed` when the table has no such step for `by`, ValueError
    when a reason is missing.
    """
    row = locked(entry.referral, version)
    current = row.entries.select_related("referral", "organisation").get(pk=entry.pk)
    if to not in steps_for(by, current):
        raise NotAllowed(f"no step from {current.state} to {to} for this actor")
    if to == State.DECLINED and reason not in DeclineReason.values:
        raise ValueError("what is declined has a reason")
    return take_step(row=row, entry=current, to=State(to), by=by, now=now, reason=reason, note=note, next_on=next_on)


def take_step(
    *,
    row: Referral,
    entry: ReferralActivity,
    to: State,
    by: Any,
    now: datetime,
    reason: str = "",
    note: str = "",
    next_on: date | None = None,
) -> Referral:
    """Write the step and what follows from it; `row` is locked, and the caller has asked whether it may be taken."""
    declined = to == State.DECLINED
    # Asked before the step: an organisation that has declined is no longer among those who act.
    line = {"entry": entry, "from_state": entry.state, "to_state": to, "detail": reason if declined else ""}
    write_line(row, Event.STEP, by, now, note=note, **line)
    note_step(entry=entry, to=to, reason=reason)
    if to in NOBODY_GOES_ALONG:
        end_arrangements(made=entry.escort_arrangements.all(), now=now)
    entry.state, entry.since, entry.room_at = to, now, None
    entry.declined_reason = reason if declined else ""
    entry.save(update_fields=["state", "since", "declined_reason", "room_at"])
    row.next_on = next_on or date_by_rule(row, now)
    save_change(row, "next_on")
    return row
