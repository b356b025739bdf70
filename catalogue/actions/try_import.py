"""Keeping an uploaded file and what its trial said, reading it in, and forgetting it again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ..models import ProgrammeEvent, Venue
from ..models.sheet_import import ImportKind, ImportState, SheetImport, SheetImportRow
from ..programme_import.lines import Programme, lines_of
from ..sheets.names import names_for
from ..sheets.plan import Plan, plan_rows
from ..sheets.reading.opening import open_table
from ..sheets.subjects import refuse_another, subject_named
from .import_rows import import_rows

if TYPE_CHECKING:
    from accounts.models import User

KEPT = timedelta(days=7)
BATCH = 500


class ChangedMeanwhile(Exception):
    """The catalogue no longer says what it said in the trial; the trial has been made anew, and nothing is written."""


@transaction.atomic
def try_import(
    *,
    content: bytes,
    file_name: str,
    by: User,
    kind: ImportKind = ImportKind.SHEET,
    options: dict[str, str] | None = None,
) -> SheetImport:
    """Keep the file with its trial. Raises `UnreadableFile` and keeps nothing when the file cannot be used at all.

    `options` are those of `Programme`, for a calendar.
    """
    purge_imports()
    plan, notes = planned(content, by, kind, options)
    kept = SheetImport.objects.create(
        user=by,
        file_name=file_name[-200:],
        content=content,
        kind=kind,
        options=options or {},
        tried_at=timezone.now(),
        fingerprint=plan.fingerprint(),
        notes=notes,
    )
    _keep_rows(kept, plan)
    return kept


def planned(
    content: bytes, by: User, kind: str = ImportKind.SHEET, options: dict[str, str] | None = None
) -> tuple[Plan, list[str]]:
    """The plan of a file, and what there is to say of the file as a whole."""
    if kind == ImportKind.PROGRAMME:
        names = names_for(by)
        lines, notes = lines_of(content, Programme(**(options or {})), names, most=settings.SHEET_MOST_ROWS)
        return plan_rows(lines, by=by, names=names), notes
    subject = subject_named(kind)
    table = open_table(content, most_rows=settings.SHEET_MOST_ROWS, columns=subject.columns)
    refuse_another(subject, table)
    plan = plan_rows(table.lines, by=by, names=names_for(by), subject=subject)
    return plan, table.notes


def carry_out(*, kept: SheetImport, only_good: bool, by: User) -> SheetImport:
    """Read the file in as its trial said.

    Raises `ChangedMeanwhile` when the trial no longer holds, and `SomeRefused` when all was asked for and cannot be.
    """
    with transaction.atomic():
        kept = SheetImport.objects.select_for_update().get(pk=kept.pk)
        if kept.state == ImportState.DONE:
            return kept
        plan, _notes = planned(bytes(kept.content), by, kept.kind, kept.options)
        stale = plan.fingerprint() != kept.fingerprint
        if stale:
            kept.fingerprint, kept.tried_at = plan.fingerprint(), timezone.now()
        else:
            import_rows(plan=plan, by=by, only_good=only_good)
            _link_events(kept, plan)
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


def _link_events(kept: SheetImport, plan: Plan) -> None:
    """So that an event is known again, also when its title is changed."""
    if kept.kind != ImportKind.PROGRAMME:
        return
    venue = Venue.objects.get(slug=kept.options["venue"])
    for row in plan.rows:
        if row.row and row.row.pk and not row.problems:
            for uid in row.uids:
                ProgrammeEvent.objects.update_or_create(venue=venue, uid=uid, defaults={"activity_id": row.row.pk})


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
