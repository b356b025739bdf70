"""A small change to an entry that takes effect at once, and that no draft may undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.signals import published

from ..models.editing import EditedEntry

if TYPE_CHECKING:
    from accounts.models import User

Entry = TypeVar("Entry", bound=EditedEntry)


@transaction.atomic
def change_entry(
    *,
    entry: Entry,
    change: Callable[[Entry], None],
    in_draft: Callable[[Entry], None] | None = None,
    action: str,
    by: User | None,
    data: dict[str, Any] | None = None,
) -> Entry:
    """Make `change` to what visitors see and to every draft of it; return the entry as the database has it now.

    `entry` only says which: the row is read anew, so that an object that somebody has held for a while undoes nothing.
    `change` is called for the row first, and `in_draft` (or `change` again) for drafts when that is saved, so that
    their new child rows can take its keys. Drafts keep all else, stay drafts, stay where they are in an approval and
    keep their time of publishing. Locks are not asked: they keep two people from overwriting each other, and here
    nothing is overwritten.
    """
    model, now = type(entry), timezone.now()
    row = model._default_manager.select_for_update(of=("self",)).get(pk=entry.pk)
    drafts = _drafts(row)
    change(row)
    if row.live:
        row.last_published_at = now
    row.save()
    shown = _revision(row, by) if row.live else None
    latest = shown
    for draft in drafts:
        drafted = draft.as_object()
        (in_draft or change)(drafted)
        latest = _revision(drafted, by, planned=draft)
    latest = latest or _revision(row, by)
    row.latest_revision, row.live_revision = latest, shown
    model._default_manager.filter(pk=row.pk).update(latest_revision=latest, live_revision=shown)
    log(instance=row, action=action, user=by, revision=shown or latest, data=data or {}, content_changed=True)
    if shown:
        published.send(sender=model, instance=row, revision=shown)
    return row


def _drafts(row: EditedEntry) -> list[Revision]:
    """What may be published later and does not know of the change: planned revisions, and the newest draft."""
    planned = row.revisions.filter(approved_go_live_at__isnull=False).order_by("created_at", "pk")
    drafts = [revision for revision in planned if revision.pk != row.latest_revision_id]
    newest = row.latest_revision
    if newest and (not row.live or row.has_unpublished_changes or newest.approved_go_live_at):
        drafts.append(newest)
    return drafts


def _revision(entry: EditedEntry, by: User | None, planned: Revision | None = None) -> Revision:
    """A new revision of the entry; with the time of publishing of the one that it replaces."""
    at = planned.approved_go_live_at if planned else None
    if planned and at:
        Revision.objects.filter(pk=planned.pk).update(approved_go_live_at=None)
    return Revision.objects.create(
        content_object=entry,
        base_content_type=entry.get_base_content_type(),
        user=by,
        approved_go_live_at=at,
        content=entry.serializable_data(),
        object_str=str(entry),
    )
