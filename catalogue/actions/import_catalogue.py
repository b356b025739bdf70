"""Importing files of the exchange format: everything or nothing."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..importing.catalogue_file import read_files
from ..importing.entries import AreaEntry, Catalogue, TermEntry
from ..importing.known import known_entries
from ..importing.problems import Report
from ..importing.references import check_references
from ..importing.rows.activities import ActivityRows
from ..importing.rows.base import Registry, Rows
from ..importing.rows.places import AreaRows, OrganisationRows, VenueRows
from ..models import Area, Interest, Organisation, TargetGroup, Venue
from ..models.editing import EditedEntry
from .create_entries import create_entries
from .publish_entry import publish_entry

if TYPE_CHECKING:
    from accounts.models import User

BATCH = 100
Progress = Callable[[Sequence[Any], str], Iterable[Any]]
Complete = Callable[[str, Any], None]


class ImportRefused(Exception):
    """The files have problems; nothing was written. `report` tells them all."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{len(report.problems)} problems")
        self.report = report


@dataclass(slots=True)
class ImportResult:
    """`counts`: kind → how many were `new`, `changed`, `unchanged`; `report.notes` is what people should know."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    report: Report = field(default_factory=Report)

    @property
    def changes_nothing(self) -> bool:
        return not any(count["new"] or count["changed"] for count in self.counts.values())


@dataclass(slots=True)
class _Run:
    """What one import carries along."""

    by: User | None
    at: datetime | None
    uuid_for: Callable[[str, str], uuid.UUID]
    complete: Complete
    update: bool
    progress: Progress
    registry: Registry = field(default_factory=Registry)
    result: ImportResult = field(default_factory=ImportResult)


@dataclass(slots=True)
class _Change:
    entry: Any
    row: Any
    values: dict[str, Any]


def import_catalogue(
    *,
    paths: Iterable[Path],
    by: User | None,
    dry_run: bool = False,
    at: datetime | None = None,
    uuid_for: Callable[[str, str], uuid.UUID] | None = None,
    complete: Complete = lambda kind, row: None,
    update: bool = True,
    progress: Progress = lambda items, label: items,
) -> ImportResult:
    """Make the catalogue say what the files say; what they do not mention stays.

    Raises `ImportRefused` with every problem of every file, having written nothing. A dry run reads, checks and
    compares, and writes nothing. Without `update`, what is there already is left alone, and only what is new comes in.

    `at` stands in for now in time stamps; `uuid_for(kind, slug)` gives new rows their public identity (random unless
    given); `complete(kind, row)` may fill in what files do not hold, on new rows before they are saved;
    `progress(items, label)` wraps the loops that take time.
    """
    run = _Run(by=by, at=at, uuid_for=uuid_for or _random_uuid, complete=complete, update=update, progress=progress)
    report = run.result.report
    with transaction.atomic():
        catalogue = read_files(paths, report)
        check_references(catalogue, known_entries(), report)
        _refuse_problems(report)
        _import_all(catalogue, run, dry_run=dry_run)
    return run.result


def _random_uuid(kind: str, slug: str) -> uuid.UUID:
    return uuid.uuid4()


def _refuse_problems(report: Report) -> None:
    if report.problems:
        raise ImportRefused(report)


def _import_all(catalogue: Catalogue, run: _Run, *, dry_run: bool) -> None:
    for kind, model, terms in (
        ("interests", Interest, catalogue.interests),
        ("target_groups", TargetGroup, catalogue.target_groups),
    ):
        _import_terms(kind, model, terms, run, dry_run=dry_run)
    for model, queryset in (
        (Area, Area.objects.without_tree_fields()),
        (Organisation, Organisation.objects.all()),
        (Venue, Venue.objects.all()),
    ):
        run.registry.load(model, queryset)
    kinds: tuple[tuple[str, Rows, Sequence[Any]], ...] = (
        ("areas", AreaRows(run.registry), _parents_first(catalogue.areas)),
        ("organisations", OrganisationRows(run.registry), catalogue.organisations),
        ("venues", VenueRows(run.registry), catalogue.venues),
        ("activities", ActivityRows(run.registry), catalogue.activities),
    )
    for kind, rows, entries in kinds:
        changes = _compare(kind, rows, entries, run)
        _refuse_problems(run.result.report)
        if not dry_run:
            _write(kind, rows, changes, run)


def _parents_first(areas: list[AreaEntry]) -> list[AreaEntry]:
    by_slug = {area.slug: area for area in areas}

    def depth(area: AreaEntry) -> int:
        return 1 + depth(by_slug[area.parent]) if area.parent in by_slug else 0

    return sorted(areas, key=depth)


def _import_terms(
    kind: str, model: type[Interest] | type[TargetGroup], terms: list[TermEntry], run: _Run, *, dry_run: bool
) -> None:
    present = {term.name.casefold(): term for term in model.objects.all()}
    count = run.result.counts.setdefault(kind, Counter())
    for entry in terms:
        row = present.get(entry.name.casefold())
        synonyms = "\n".join(entry.synonyms) if entry.synonyms is not None else None
        same = row and synonyms in (None, row.synonyms) and entry.english in (None, row.english)
        if row and (same or not run.update):
            count["unchanged"] += 1
            continue
        count["changed" if row else "new"] += 1
        if not dry_run:
            row = row or model(name=entry.name)
            row.synonyms, row.english = synonyms or "", entry.english or ""
            present[entry.name.casefold()] = _save(row, run.by)
    for name, term in present.items():
        run.registry.add(model, name, term)


def _compare(kind: str, rows: Rows, entries: Sequence[Any], run: _Run) -> list[_Change]:
    """Count what is new, changed and unchanged, and return what there is to write."""
    count = run.result.counts.setdefault(kind, Counter())
    existing = rows.load([entry.slug for entry in entries])
    changes = []
    for entry in entries:
        row = existing.get(entry.slug)
        if row and not run.update:
            count["unchanged"] += 1
            continue
        wanted = rows.want(entry)
        present = rows.read(row) if row else {}
        values = {name: value for name, value in wanted.items() if row is None or present[name] != value}
        count["unchanged" if row and not values else "changed" if row else "new"] += 1
        if values:
            changes.append(_Change(entry, row, values))
            _warn_editors(row, entry, run.result.report)
    return changes


def _warn_editors(row: Any, entry: Any, report: Report) -> None:
    if not isinstance(row, EditedEntry):
        return
    if row.locked:
        report.problem(entry.origin, "", _("Posten er låst i redaktionen. Lås den op, og prøv igen."))
    if row.live and row.has_unpublished_changes:
        report.note(entry.origin, "", _("Posten har en kladde, som ikke er udgivet. Kladden ligger i historikken."))
    if not row.live:
        report.note(entry.origin, "", _("Posten er taget ned i redaktionen. Den er rettet, men ikke udgivet."))


def _write(kind: str, rows: Rows, changes: list[_Change], run: _Run) -> None:
    """Save in batches; areas one by one, because one may lie in the one before."""
    has_revisions = issubclass(rows.model, EditedEntry)
    size = BATCH if has_revisions else 1
    batches = [changes[first : first + size] for first in range(0, len(changes), size)]
    for batch in run.progress(batches, kind):
        for change in batch:
            _apply(kind, rows, change, run)
        if has_revisions:
            _publish([change.row for change in batch], run)
        else:
            _save(batch[0].row, run.by)
        for change in batch:
            run.registry.add(rows.model, change.entry.slug, change.row)
            run.registry.add(rows.model, change.row.slug, change.row)


def _publish(rows: list[EditedEntry], run: _Run) -> None:
    for row in rows:
        if row.pk:
            publish_entry(entry=row, by=run.by, at=run.at)
    create_entries(entries=[row for row in rows if row.pk is None], by=run.by, at=run.at)


def _apply(kind: str, rows: Rows, change: _Change, run: _Run) -> None:
    is_new = change.row is None
    if is_new:
        change.row = rows.new(change.entry)
        change.row.uuid = run.uuid_for(kind, change.row.slug)
    for name, value in change.values.items():
        rows.write(change.row, name, value)
    if is_new:
        run.complete(kind, change.row)


def _save(row: Any, by: User | None) -> Any:
    """Save something that has no revisions, and log it."""
    action = "wagtail.edit" if row.pk else "wagtail.create"
    row.save()
    log(instance=row, action=action, user=by, content_changed=True)
    return row
