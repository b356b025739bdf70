"""Approving what was submitted, or sending it back with a comment."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState

from ..queries.waiting_for import waiting_for

if TYPE_CHECKING:
    from accounts.models import User


class Decision(StrEnum):
    """What somebody decides."""

    APPROVE = "approve"
    SEND_BACK = "reject"


class NotDecided(Exception):
    """It cannot be decided so; says why in Danish."""


@transaction.atomic
def decide(*, state: int, seen: int, decision: Decision, comment: str, by: User) -> Any:
    """Decide about the step `state`, if it still waits for `by` and is still the revision `seen`; return the entry.

    Raises `NotDecided`.
    """
    locked = TaskState.objects.select_for_update(of=("self",)).filter(pk=state).first()
    if locked is None or not waiting_for(by).filter(pk=state).exists():
        raise NotDecided(_("Den venter ikke længere på dig. Måske har en anden været her."))
    workflow: WorkflowState = locked.workflow_state
    entry = workflow.content_object
    if entry is None:
        raise NotDecided(_("Den findes ikke længere."))
    entry = getattr(entry, "specific", entry)
    if entry.latest_revision_id != seen:
        raise NotDecided(_("Den er rettet, mens du læste. Se den igen, før du afgør det."))
    if decision == Decision.SEND_BACK and not comment.strip():
        raise NotDecided(_("Skriv, hvad der skal rettes, før du sender den tilbage."))
    allowed = {name for name, _label, _asks in locked.task.specific.get_actions(entry, by)}
    if decision not in allowed:
        raise NotDecided(_("Du kan ikke afgøre den."))
    act = locked.specific.approve if decision == Decision.APPROVE else locked.specific.reject
    act(user=by, comment=comment.strip())
    return entry
