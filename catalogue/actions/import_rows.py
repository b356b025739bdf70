"""Doing what the trial of a spreadsheet said: all of it or nothing, or only the rows that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from wagtail.log_actions import log

from ..models import Activity
from ..models.editing import EditedEntry
from ..sheets.plan import Plan, PlannedRow
from ..submitting import together
from .create_entries import create_entries
from .publish_changes import publish_changes
from .publish_entry import publish_entry

if TYPE_CHECKING:
    from accounts.models import User


class SomeRefused(Exception):
    """There are refused rows, and all or nothing was asked for; nothing was written."""


@transaction.atomic
def import_rows(*, plan: Plan, by: User, only_good: bool) -> list[PlannedRow]:
    """Write what the plan says and return the rows that were written.

    Who may publish an entry publishes it; what others write becomes a draft that waits for approval, and each of those
    who approve hears of all of it in one mail.
    """
    if not only_good and any(row.problems for row in plan.rows):
        raise SomeRefused
    writing = [row for row in plan.rows if row.writes]
    for row in writing:
        _apply(row, plan)
    create_entries(entries=[row.row for row in writing if row.publishes and row.row.pk is None], by=by)  # type: ignore[union-attr, misc]
    _publish_changed([row for row in writing if row.publishes and row.outcome == row.outcome.CHANGED], by)
    with together(by=by):
        for row in writing:
            if not row.publishes and row.row:
                _submit(row.row, by)
    return writing


def _apply(row: PlannedRow, plan: Plan) -> None:
    if row.row is None and row.entry:
        row.row = plan.entries.new(row.entry)
    for name, value in row.values.items():
        plan.entries.write(row.row, name, value)  # type: ignore[arg-type]


def _publish_changed(rows: list[PlannedRow], by: User) -> None:
    """Activities that are public all at once; the few others one by one."""
    columns = {field.name for field in Activity._meta.concrete_fields}
    many = {
        row.row: [name for name in row.values if name in columns]
        for row in rows
        if isinstance(row.row, Activity) and row.row.live
    }
    publish_changes(changes=many, by=by)
    for row in rows:
        if row.row not in many:
            publish_entry(entry=row.row, by=by)


def _submit(entry: EditedEntry, by: User) -> None:
    """Save as a draft and send it to those who approve it."""
    if entry.pk is None:
        entry.live, entry.has_unpublished_changes = False, True
        entry.save()
        log(instance=entry, action="wagtail.create", user=by, content_changed=True)
    entry.save_revision(user=by, log_action=True)
    workflow = entry.get_workflow()
    if workflow:
        workflow.start(entry, by)
