"""Making many new entries at once, published, each with a revision and log entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ModelLogEntry, Revision

from ..models.editing import EditedEntry
from ..written import entries_written, follow_in_wagtail

if TYPE_CHECKING:
    from accounts.models import User

BATCH = 500


@transaction.atomic
def create_entries(*, entries: Sequence[EditedEntry], by: User | None, at: datetime | None = None) -> list[Revision]:
    """Save unsaved `entries` of one model, with their rows in memory, as published; return their revisions.

    The same outcome as saving and publishing one by one, in a few queries for every 500. Instead of `post_save` and
    `published`, `entries_written` is sent once at the end, when everything is saved, so that indexes hear of it. `at`
    stands in for now in every time stamp.
    """
    if not entries:
        return []
    model, now = type(entries[0]), at or timezone.now()
    for entry in entries:
        entry.live, entry.has_unpublished_changes = True, False
        entry.first_published_at = entry.last_published_at = now
    model._default_manager.bulk_create(entries, batch_size=BATCH)
    if at:
        _set_times(model, entries, at)
    _create_children(model, entries)
    revisions = create_revisions(model, entries, by, now)
    log_many(model, entries, by, now, ("wagtail.create", "wagtail.publish"))
    follow_in_wagtail(model, entries)
    entries_written.send(model, entries=entries, revisions=revisions, by=by)
    return revisions


def _set_times(model: type[EditedEntry], entries: Sequence[EditedEntry], at: datetime) -> None:
    for entry in entries:
        entry.created_at = entry.updated_at = at
    model._default_manager.filter(pk__in=[entry.pk for entry in entries]).update(created_at=at, updated_at=at)


def _create_children(model: type[EditedEntry], entries: Sequence[EditedEntry]) -> None:
    """Save the child rows and links that the entries hold in memory, where they stay: nobody has to ask again."""
    children: dict[type[Model], list[Model]] = defaultdict(list)
    for relation in get_all_child_relations(model):
        name = relation.get_accessor_name()
        for entry in entries:
            rows = getattr(entry, "_cluster_related_objects", {}).get(name, [])
            setattr(entry, name, rows)  # gives the rows the primary key that the entry has now
            children[relation.related_model] += rows
    for field in get_all_child_m2m_relations(model):
        through = field.remote_field.through
        for entry in entries:
            linked = getattr(entry, "_cluster_related_objects", {}).get(field.name, [])
            children[through] += [
                through(**{field.m2m_column_name(): entry.pk, field.m2m_reverse_name(): other.pk}) for other in linked
            ]
    for child_model, rows in children.items():
        child_model._default_manager.bulk_create(rows, batch_size=BATCH)


def create_revisions(
    model: type[EditedEntry], entries: Sequence[EditedEntry], by: User | None, now: datetime
) -> list[Revision]:
    """A live revision of each entry as it is in memory, and the entries pointing to it."""
    revisions = Revision.objects.bulk_create(
        [
            Revision(
                content_type=entry.get_content_type(),
                base_content_type=entry.get_base_content_type(),
                object_id=str(entry.pk),
                user=by,
                created_at=now,
                content=entry.serializable_data(),
                object_str=str(entry),
            )
            for entry in entries
        ],
        batch_size=BATCH,
    )
    for entry, revision in zip(entries, revisions, strict=True):
        entry.latest_revision = entry.live_revision = revision
    model._default_manager.bulk_update(entries, ["latest_revision", "live_revision"], batch_size=BATCH)
    return revisions


def log_many(
    model: type[EditedEntry], entries: Sequence[EditedEntry], by: User | None, now: datetime, actions: Sequence[str]
) -> None:
    """A log entry of each action for each entry, about its latest revision."""
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    logs: list[Any] = [
        ModelLogEntry(
            content_type=content_type,
            object_id=str(entry.pk),
            label=str(entry),
            action=action,
            timestamp=now,
            user=by,
            revision=entry.latest_revision,
            content_changed=True,
        )
        for entry in entries
        for action in actions
    ]
    ModelLogEntry.objects.bulk_create(logs, batch_size=BATCH)
