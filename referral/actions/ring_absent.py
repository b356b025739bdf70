"""What came of ringing somebody who did not come."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.recurrence.activity import next_occurrence_of

from ..life.choices import State
from ..models import Referral, ReferralActivity
from ..noshow.choices import Outcome
from .changing import NotAllowed
from .set_next_date import set_next_date
from .step_referral import step_referral
from .write_note import write_note

STEPS = {Outcome.COMES: State.CONTACTED, Outcome.OTHER: State.STOPPED, Outcome.NOT_WANTED: State.STOPPED}


@transaction.atomic
def ring_absent(
    *,
    entry: ReferralActivity,
    outcome: str,
    by: Any,
    version: int,
    now: datetime,
    note: str = "",
    again_on: date | None = None,
) -> Referral:
    """Write down what came of a call, and take the step that follows.

    Whoever comes next time is looked at the day after the next date; whoever wants something else tomorrow, so that it
    is found; where nobody answered it is rung again on `again_on`. The log says in words what the step alone does not.
    Raises `Outdated` when somebody else was first, `NotAllowed` when the person is not absent or `by` may not,
    ValueError for no answer without a day, and for an outcome that is none.
    """
    chosen = Outcome(outcome)
    if entry.state != State.ABSENT:
        raise NotAllowed("only who did not come is rung")
    said = " ".join([_("Ringet op: %(outcome)s.") % {"outcome": chosen.label}, note]).strip()
    if chosen == Outcome.NO_ANSWER:
        if again_on is None:
            raise ValueError("nobody answered: when is it rung again?")
        row = set_next_date(referral=entry.referral, next_on=again_on, by=by, version=version, now=now)
        write_note(referral=row, note=said, by=by, now=now, entry=entry)
        return row
    return step_referral(
        entry=entry, to=STEPS[chosen], by=by, version=version, now=now, note=said, next_on=_next(entry, chosen, now)
    )


def _next(entry: ReferralActivity, outcome: Outcome, now: datetime) -> date | None:
    if outcome == Outcome.OTHER:
        return timezone.localdate(now) + timedelta(days=1)
    coming = next_occurrence_of(entry.activity, after=now) if outcome == Outcome.COMES and entry.activity else None
    return timezone.localdate(coming.end) + timedelta(days=1) if coming else None
