"""Letting an entry go on."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from ..choices import Status
from ..models import Activity
from .change_entry import change_entry

if TYPE_CHECKING:
    from accounts.models import User

RESUME = "catalogue.resume"


def resume_entry(*, entry: Activity, by: User | None, data: dict[str, str] | None = None) -> Activity:
    """Say that the entry runs, after a pause or an ending; a draft that says something new of it keeps that."""
    before = ""

    def change(version: Activity) -> None:
        nonlocal before
        before = version.status
        version.status, version.status_note, version.paused_until = Status.ACTIVE, "", None

    def in_draft(version: Activity) -> None:
        if version.status == before:
            version.status, version.status_note, version.paused_until = Status.ACTIVE, "", None

    return change_entry(entry=entry, change=change, in_draft=in_draft, action=RESUME, by=by, data=data)


@transaction.atomic
def resume_when_due(*, pk: int, today: datetime.date) -> Activity | None:
    """Let one entry go on whose pause was to end before `today`; `None` when it has been changed meanwhile."""
    due = Activity.objects.due_to_resume(today).select_for_update(of=("self",)).filter(pk=pk).first()
    if due is None or due.paused_until is None:
        return None
    return resume_entry(entry=due, by=None, data={"until": due.paused_until.isoformat()})
