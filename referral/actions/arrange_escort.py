"""Arranging that somebody goes along."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..escorts.choices import NEXT, OPEN, EscortState, Help
from ..escorts.proposals import escorts_near
from ..life.choices import Event, State
from ..life.table import STEPS
from ..models import Escort, EscortArrangement, Referral, ReferralActivity
from ..policies import actors_of, steps_for
from .changing import NotAllowed, locked, save_change, write_line
from .step_referral import step_referral

_GOES_ALONG = STEPS[State.CONTACTED][State.ESCORT]
# What a finished arrangement makes of the proposed activity.
LEADS_TO = {EscortState.DONE: State.CAME, EscortState.NOT_DONE: State.CONTACTED}


@transaction.atomic
def arrange_escort(
    *,
    entry: ReferralActivity,
    from_where: str,
    meets_at: datetime,
    help_: str,
    by: Any,
    version: int,
    now: datetime,
    escort: Escort | None = None,
) -> EscortArrangement:
    """An arrangement for `meets_at` (aware); asked of `escort`, or with nobody found yet. The activity waits for it.

    Raises `Outdated` when somebody else was first; `NotAllowed` when `by` may not, the step is not one, or there is an
    arrangement already; ValueError for a time that has been, and for an escort who does not go there.
    """
    if meets_at <= now:
        raise ValueError("nobody goes along yesterday")
    _check_escort(entry.referral, escort)
    if entry.state == State.ESCORT:
        row = locked(entry.referral, version)
        if not row.is_open or not _GOES_ALONG & actors_of(by, row, entry):
            raise NotAllowed("only those who follow the person arrange it")
    else:
        if State.ESCORT not in steps_for(by, entry):
            raise NotAllowed("nobody goes along from here")
        row = step_referral(entry=entry, to=State.ESCORT, by=by, version=version, now=now)
    if EscortArrangement.objects.filter(entry=entry, state__in=OPEN).exists():
        raise NotAllowed("there is an arrangement already")
    state = EscortState.ASSIGNED if escort else EscortState.PROPOSED
    made = EscortArrangement.objects.create(
        entry=entry,
        created_at=now,
        by=by,
        from_where=from_where,
        meets_at=meets_at,
        help=Help(help_),
        escort=escort,
        state=state,
    )
    _write(row, made, by, now)
    return made


@transaction.atomic
def move_escort(
    *,
    arrangement: EscortArrangement,
    to: str,
    by: Any,
    version: int,
    now: datetime,
    escort: Escort | None = None,
    evaluation: str = "",
) -> EscortArrangement:
    """Bring an arrangement on: somebody asked, confirmed, back to nobody, carried out or not.

    Carried out the person came; not carried out it is arranged anew, and looked at tomorrow. Raises `Outdated` when
    somebody else was first; `NotAllowed` when `by` may not or the step is not one; ValueError for an escort who is
    missing or does not go there, and for what has been carried out before its time.
    """
    row = locked(arrangement.entry.referral, version)
    made = EscortArrangement.objects.select_related("entry__referral__area", "escort").get(pk=arrangement.pk)
    if not row.is_open or not _GOES_ALONG & actors_of(by, row, made.entry):
        raise NotAllowed("only those who follow the person arrange it")
    chosen = EscortState(to)
    if chosen not in NEXT[EscortState(made.state)]:
        raise NotAllowed(f"no step from {made.state} to {to}")
    if chosen == EscortState.ASSIGNED and escort is None:
        raise ValueError("who is asked?")
    if chosen == EscortState.DONE and made.meets_at > now:
        raise ValueError("it has not been yet")
    _check_escort(row, escort)
    if chosen == EscortState.ASSIGNED:
        made.escort = escort
    elif chosen == EscortState.PROPOSED:
        made.escort = None
    made.state, made.evaluation = chosen, evaluation or made.evaluation
    made.save(update_fields=["state", "escort", "evaluation"])
    if chosen in OPEN or made.entry.state != State.ESCORT:
        _write(row, made, by, now)
    else:
        tomorrow = timezone.localdate(now) + timedelta(days=1)
        step_referral(
            entry=made.entry,
            to=LEADS_TO[chosen],
            by=by,
            version=version,
            now=now,
            next_on=tomorrow if chosen == EscortState.NOT_DONE else None,
        )
    return made


def _check_escort(referral: Referral, escort: Escort | None) -> None:
    if escort is not None and escort not in escorts_near(referral.area):
        raise ValueError("this escort does not go there")


def _write(row: Referral, made: EscortArrangement, by: Any, now: datetime) -> None:
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
