"""An editor has looked at a broken link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from wagtail.log_actions import log

from catalogue.actions.change_entry import change_entry
from catalogue.policies import POLICIES

from ...models import OutgoingLink
from ..found import ADDRESS, AFTER_IT

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def accept_link(*, link: OutgoingLink, by: User) -> None:
    """Leave a link alone that works for people; it is told of again when it has worked and fails anew."""
    link.accepted_by, link.accepted_at = by, timezone.now()
    link.save(update_fields=["accepted_by", "accepted_at"])
    log(instance=link, action="wagtail.edit", user=by, content_changed=True)


@transaction.atomic
def replace_link(*, link: OutgoingLink, new_url: str, by: User) -> tuple[int, int]:
    """Write another address in the place of this one, in the entries that the user may publish; also in their drafts.

    Returns how many entries were changed, and how many places are left: pages, entries of others, and where there is
    no room for it. The new address is asked for at the next run.
    """
    entries: dict[tuple[int, int], tuple[models.Model, set[str]]] = {}
    left = 0
    for use in link.uses.select_related("content_type").prefetch_related("target"):
        entry = use.target
        policy = POLICIES.get(type(entry)) if entry else None
        if entry is None or not policy or not policy.user_has_permission_for_instance(by, "publish", entry):
            left += 1
            continue
        most = entry._meta.get_field(use.field).max_length
        if most and len(replaced(getattr(entry, use.field), link.url, new_url)) > most:
            left += 1
            continue
        entries.setdefault((use.content_type_id, use.object_id), (entry, set()))[1].add(use.field)
    for (content_type, pk), (entry, fields) in entries.items():
        _replace_in(entry, fields, link.url, new_url, by)
        link.uses.filter(content_type=content_type, object_id=pk, field__in=fields).delete()
    log(instance=link, action="wagtail.edit", user=by, content_changed=True, data={"new": new_url})
    if not left:
        link.delete()
    return len(entries), left


def _replace_in(entry: models.Model, fields: set[str], old: str, new: str, by: User) -> None:
    def change(row: models.Model) -> None:
        for field in fields:
            setattr(row, field, replaced(getattr(row, field), old, new))

    change_entry(entry=entry, change=change, action="wagtail.edit", by=by)  # type: ignore[type-var]


def replaced(text: str, old: str, new: str) -> str:
    """The text with one address instead of another; longer addresses that begin alike stay."""
    return ADDRESS.sub(lambda match: new + match[0][len(old) :] if match[0].rstrip(AFTER_IT) == old else match[0], text)
