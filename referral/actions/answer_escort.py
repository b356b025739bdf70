"""What whoever goes along answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ..escorts.asked import answers, asked, goes_along
from ..escorts.choices import EscortState
from ..escorts.letters import write_to_owner
from ..models import EscortArrangement
from .bring_on import bring_on
from .changing import NotAllowed, Outdated, locked_as_it_is


@transaction.atomic
def answer_escort(
    *, made: EscortArrangement, to: str, by: Any, version: int, now: datetime, evaluation: str = ""
) -> EscortArrangement:
    """Yes, no, and afterwards how it went; after a no somebody else is needed, and the owner gets a mail.

    `by` is the escort who has the link, or a user who is asked; `version` that of the arrangement as it was read, for
    they see nothing else of the referral. Raises `Outdated` when it has been changed since, `NotAllowed` when it is not
    theirs any more, or not what can be answered now; ValueError for what came to nothing without a word why.
    """
    row = locked_as_it_is(made.entry.referral)
    current = asked().filter(pk=made.pk).first()
    if current is None or not goes_along(by, current):
        raise NotAllowed("nobody asks them")
    if current.version != version:
        raise Outdated(_("Aftalen er ændret imens. Se den igennem, og svar så igen."))
    if to not in answers(current, now):
        raise NotAllowed(f"no answer {to} to {current.state}")
    if to == EscortState.NOT_DONE and not evaluation:
        raise ValueError("what came to nothing has a reason")
    if to in (EscortState.PROPOSED, EscortState.NOT_DONE):
        current.entry.referral = row
        write_to_owner(current.entry)
    return bring_on(row=row, made=current, to=EscortState(to), by=by, now=now, evaluation=evaluation, tells=False)
