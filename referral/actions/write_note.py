"""Writing a note to a referral."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from ..life.choices import Event
from ..models import Referral, ReferralActivity, ReferralStep
from ..policies import actors_of
from .changing import NotAllowed, write_line


@transaction.atomic
def write_note(
    *, referral: Referral, note: str, by: Any, now: datetime, entry: ReferralActivity | None = None
) -> ReferralStep:
    """A line of the log with nothing but words, about one activity or all of it. It undoes nobody's work: no version.

    Raises `NotAllowed` when `by` has no part in the referral, or it is closed.
    """
    row = Referral.objects.select_for_update().get(pk=referral.pk)
    if not row.is_open or not actors_of(by, row, entry):
        raise NotAllowed("only those who have a part in an open referral write to it")
    return write_line(row, Event.NOTE, by, now, note=note, entry=entry)
