"""Keeping an uploaded file and what its trial said, reading it in, and forgetting it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ..models.sheet_import import ImportState, SheetImport, SheetImportRow
from ..sheets.names import names_for
from ..sheets.plan import Plan, plan_rows
from ..sheets.reading.opening import open_table
from .import_rows import import_rows

if TYPE_CHECKING:
    from accounts.models import User

KEPT = timedelta(days=7)
BATCH = 500


class ChangedMeanwhile(Exception):
    """The catalogue no longer says what it said in the trial; the trial has been made anew, and nothing is written."""


@transaction.atomic
def try_import(*, content: bytes, file_name: str, by: User) -> SheetImport:
    """Keep the file with its trial. Raises `UnreadableFile` and keeps nothing when the file cannot be used at all."""
    purge_imports()
    plan, notes = planned(content, by)
    kept = SheetImport.objects.create(
        user=by,
        file_name=file_name[-200:],
        content=content,
        tried_at=timezone.now(),
        fingerprint=plan.fingerprint(),
        notes=notes,
    )
    _keep_rows(kept, plan)
    return kept


def planned(content: bytes, by: User) -> tuple[Plan, list[str]]:
    """The plan of a file, and what there is to say of the file as a whole."""
    table = open_table(content, most_rows=settings.SHEET_MOST_ROWS)
    plan = plan_rows(table.lines, by=by, names=names_for(by))
    return plan, table.notes


def carry_out(*, kept: SheetImport, only_good: bool, by: User) -> SheetImport:
    """Read the file in as its trial said.

    Raises `ChangedMeanwhile` when the trial no longer holds, and `SomeRefused` when all was asked for and cannot be.
    """
    with transaction.atomic():
        kept = SheetImport.objects.select_for_update().get(pk=kept.pk)
        if kept.state == ImportState.DONE:
            return kept
        plan, _notes = planned(bytes(kept.content), by)
        stale = plan.fingerprint() != kept.fingerprint
        if stale:
            kept.fingerprint, kept.tried_at = plan.fingerprint(), timezone.now()
        else:
            import_rows(plan=plan, by=by, only_good=only_good)
            kept.state, kept.done_at = ImportState.DONE, timezone.now()
        kept.save()
        _keep_rows(kept, plan)
    if stale:
        raise ChangedMeanwhile
    return kept


def purge_imports(*, now: datetime | None = None) -> int:
    """Forget the files of more than a week ago; return how many."""
    old = SheetImport.objects.filter(created_at__lt=(now or timezone.now()) - KEPT)
    count = old.count()
    old.delete()
    return count


def _keep_rows(kept: SheetImport, plan: Plan) -> None:
    kept.rows.all().delete()
    SheetImportRow.objects.bulk_create(
        [
            SheetImportRow(
                sheet_import=kept,
                number=row.number,
                outcome=row.outcome,
                title=row.title,
                activity=row.row.pk if row.row else None,
                publishes=row.publishes,
                changes=row.changes,
                problems=row.problems,
                hints=row.hints,
            )
            for row in plan.rows
        ],
        batch_size=BATCH,
    )
