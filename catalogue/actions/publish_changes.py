"""Saving many changed activities at once as published, each with a revision and log entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Model, prefetch_related_objects
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ReferenceIndex, Revision, WorkflowState

from ..models import Activity
from ..written import entries_written, follow_in_wagtail
from .create_entries import BATCH, create_revisions, log_many

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def publish_changes(
    *, changes: Mapping[Activity, Collection[str]], by: User | None, at: datetime | None = None
) -> list[Revision]:
    """Save and publish live activities that have been changed in memory; return their revisions.

    `changes` names the columns that are new. Rows that hang on an activity are saved where they were set in memory:
    those without a key are made, those that are no longer there go. The same outcome as `publish_entry` for each, in a
    few queries for every 500; `entries_written` is sent once at the end.
    """
    entries, now = list(changes), at or timezone.now()
    if not all(entry.live and entry.pk for entry in entries):
        raise ValueError("Only what is there and public is published anew")
    revisions = []
    for first in range(0, len(entries), BATCH):
        batch = entries[first : first + BATCH]
        _update(batch, changes, now)
        _replace_children(batch)
        made = create_revisions(Activity, batch, by, now)
        log_many(Activity, batch, by, now, ("wagtail.edit", "wagtail.publish"))
        keys = [str(entry.pk) for entry in batch]
        base = batch[0].get_base_content_type()
        ReferenceIndex.objects.filter(base_content_type=base, object_id__in=keys).delete()
        follow_in_wagtail(Activity, batch)
        for waiting in WorkflowState.objects.active().filter(base_content_type=base, object_id__in=keys):
            waiting.cancel(user=by)  # older than what has just been published
        revisions += made
    if entries:
        entries_written.send(Activity, entries=entries, revisions=revisions, by=by)
    return revisions


def _update(entries: Sequence[Activity], changes: Mapping[Activity, Collection[str]], now: datetime) -> None:
    by_columns: dict[frozenset[str], list[Activity]] = defaultdict(list)
    for entry in entries:
        entry.first_published_at = entry.first_published_at or now
        entry.last_published_at = entry.updated_at = now
        entry.has_unpublished_changes = False
        by_columns[frozenset(changes[entry])].append(entry)
    for columns, same in by_columns.items():
        if columns:
            Activity.objects.bulk_update(same, sorted(columns), batch_size=BATCH)
    found = Activity.objects.filter(pk__in=[entry.pk for entry in entries])
    found.update(last_published_at=now, updated_at=now, has_unpublished_changes=False)
    found.filter(first_published_at=None).update(first_published_at=now)


def _replace_children(entries: Sequence[Activity]) -> None:
    """Writes the rows that were set in memory, and holds all others there, so that nobody asks for them one by one."""
    for relation in get_all_child_relations(Activity):
        name, parent = relation.get_accessor_name(), relation.field.name
        model: type[Model] = relation.related_model
        touched = [entry for entry in entries if name in _in_memory(entry)]
        kept = [row.pk for entry in touched for row in _in_memory(entry)[name] if row.pk]
        gone = model._default_manager.filter(**{f"{parent}__in": touched}).exclude(pk__in=kept)
        # Nothing points to such a row, and who follows activities hears of them as a whole.
        gone._raw_delete(gone.db)
        _hold(entries, name)
        new = [row for entry in touched for row in _in_memory(entry)[name] if row.pk is None]
        model._default_manager.bulk_create(new, batch_size=BATCH)
    for field in get_all_child_m2m_relations(Activity):
        through = field.remote_field.through
        touched = [entry for entry in entries if field.name in _in_memory(entry)]
        old = through._default_manager.filter(**{f"{field.m2m_field_name()}__in": touched})
        old._raw_delete(old.db)
        through._default_manager.bulk_create(
            [
                through(**{field.m2m_column_name(): entry.pk, field.m2m_reverse_name(): other.pk})
                for entry in touched
                for other in _in_memory(entry)[field.name]
            ],
            batch_size=BATCH,
        )
        _hold(entries, field.name)


def _hold(entries: Sequence[Activity], name: str) -> None:
    """Takes the rows of a relation into memory, in one query for those that have not been asked before."""
    untouched = [entry for entry in entries if name not in _in_memory(entry)]
    prefetch_related_objects(untouched, name)
    for entry in untouched:
        setattr(entry, name, list(getattr(entry, name).all()))


def _in_memory(entry: Activity) -> dict[str, list]:
    return getattr(entry, "_cluster_related_objects", {})
