"""Arranging that somebody goes along."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..escorts.choices import ASKED, NEXT, OPEN, EscortState, Help
from ..escorts.letters import Why
from ..escorts.proposals import escorts_near
from ..life.choices import State
from ..life.table import STEPS
from ..models import Escort, EscortArrangement, Referral, ReferralActivity
from ..policies import actors_of, steps_for
from .bring_on import bring_on, write_arrangement
from .changing import NotAllowed, locked
from .step_referral import step_referral
from .tell_escort import tell_escort

_GOES_ALONG = STEPS[State.CONTACTED][State.ESCORT]


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
    """An arrangement for `meets_at` (aware); asked of `escort`, who gets a mail, or with nobody found yet.

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
    write_arrangement(row, made, by, now)
    if escort:
        tell_escort(made=made, why=Why.ASKED, now=now)
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

    Carried out the person came; not carried out it is arranged anew, and looked at tomorrow. Who is asked, or no longer
    needed, gets a mail. Raises `Outdated` when somebody else was first; `NotAllowed` when `by` may not or the step is
    not one; ValueError for an escort who is missing or does not go there, and for what is carried out before its time.
    """
    row, made = _locked(arrangement, by, version)
    chosen = EscortState(to)
    if chosen not in NEXT[EscortState(made.state)]:
        raise NotAllowed(f"no step from {made.state} to {to}")
    if chosen == EscortState.ASSIGNED and escort is None:
        raise ValueError("who is asked?")
    if chosen == EscortState.DONE and made.meets_at > now:
        raise ValueError("it has not been yet")
    _check_escort(row, escort)
    return bring_on(row=row, made=made, to=chosen, by=by, now=now, escort=escort, evaluation=evaluation)


@transaction.atomic
def change_arrangement(
    *,
    arrangement: EscortArrangement,
    from_where: str,
    meets_at: datetime,
    help_: str,
    by: Any,
    version: int,
    now: datetime,
) -> EscortArrangement:
    """Another time, place or help. Whoever has it gets a mail; who has said yes to another time is asked again.

    Raises as `move_escort`, and ValueError for a time that has been.
    """
    row, made = _locked(arrangement, by, version)
    if meets_at <= now:
        raise ValueError("nobody goes along yesterday")
    if (made.from_where, made.meets_at, made.help) == (from_where, meets_at, help_):
        return made
    if made.meets_at != meets_at and made.state == EscortState.CONFIRMED:
        made.state, made.answered_at = EscortState.ASSIGNED, None
    made.from_where, made.meets_at, made.help = from_where, meets_at, Help(help_)
    made.reminded_at, made.version = None, made.version + 1
    made.save()
    write_arrangement(row, made, by, now)
    if made.state in ASKED:
        tell_escort(made=made, why=Why.CHANGED, now=now)
    return made


def _locked(arrangement: EscortArrangement, by: Any, version: int) -> tuple[Referral, EscortArrangement]:
    row = locked(arrangement.entry.referral, version)
    made = EscortArrangement.objects.select_related("entry__referral__area", "escort").get(pk=arrangement.pk)
    if not row.is_open or not _GOES_ALONG & actors_of(by, row, made.entry):
        raise NotAllowed("only those who follow the person arrange it")
    if made.state not in OPEN:
        raise NotAllowed("it is over")
    return row, made


def _check_escort(referral: Referral, escort: Escort | None) -> None:
    if escort is not None and escort not in escorts_near(referral.area):
        raise ValueError("this escort does not go there")
