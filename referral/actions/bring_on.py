"""What every move of an arrangement does, whoever makes it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ..escorts.choices import OPEN, EscortState
from ..escorts.letters import Why
from ..life.choices import Event, State
from ..models import Escort, EscortArrangement, Referral
from .changing import save_change, write_line
from .step_referral import take_step
from .tell_escort import call_off, tell_escort

# What a finished arrangement makes of the proposed activity.
LEADS_TO = {EscortState.DONE: State.CAME, EscortState.NOT_DONE: State.CONTACTED}


def bring_on(
    *,
    row: Referral,
    made: EscortArrangement,
    to: EscortState,
    by: Any,
    now: datetime,
    escort: Escort | None = None,
    evaluation: str = "",
    tells: bool = True,
) -> EscortArrangement:
    """Write the move and what follows from it; `row` is locked, and the caller has asked whether it may be made.

    With `tells` the escort who is asked, or no longer needed, gets a mail.
    """
    if tells and to in (EscortState.PROPOSED, EscortState.NOT_DONE):
        call_off(made=made, now=now)
    if to == EscortState.ASSIGNED:
        made.escort, made.told_at = escort, None
    elif to == EscortState.PROPOSED:
        made.escort = None
    if to in OPEN:
        made.answered_at, made.reminded_at = (now if to == EscortState.CONFIRMED else None), None
    made.state, made.evaluation, made.version = to, evaluation or made.evaluation, made.version + 1
    made.save(update_fields=["state", "escort", "evaluation", "version", "answered_at", "told_at", "reminded_at"])
    if tells and to == EscortState.ASSIGNED:
        tell_escort(made=made, why=Why.ASKED, now=now)
    if to in OPEN or made.entry.state != State.ESCORT:
        write_arrangement(row, made, by, now)
    else:
        tomorrow = timezone.localdate(now) + timedelta(days=1)
        next_on = tomorrow if to == EscortState.NOT_DONE else None
        take_step(row=row, entry=made.entry, to=LEADS_TO[to], by=by, now=now, next_on=next_on)
    return made


def write_arrangement(row: Referral, made: EscortArrangement, by: Any, now: datetime) -> None:
    """The log has the state; where they meet stands in the arrangement alone."""
    row.next_on = _next(made, timezone.localdate(now))
    save_change(row, "next_on")
    write_line(row, Event.ESCORT, by, now, entry=made.entry, detail=made.state)


def _next(made: EscortArrangement, today: date) -> date:
    """Nobody found: today. Asked: the day before, to hear. Agreed: the day after, to hear how it went."""
    day = timezone.localdate(made.meets_at)
    if made.state == EscortState.PROPOSED:
        return today
    return max(today, day + timedelta(days=1 if made.state == EscortState.CONFIRMED else -1))
