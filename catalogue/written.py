"""Entries that are written by the hundred: who follows them, and Wagtail's indexes, hear of all of them at once.

`post_save` and `published` are not sent for them: each listener would ask the database again for each entry. What
listens to these for entries listens to `entries_written` too; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.dispatch import Signal
from modelsearch.backends import get_search_backends
from modelsearch.index import Indexed
from wagtail.models import ReferenceIndex

BATCH = 500

entries_written = Signal()
"""Sent once by `create_entries` and `publish_changes` in their transaction, with the model as `sender`, the published
`entries`, all saved, their `revisions`, and `by`."""


def follow_in_wagtail(model: type[Model], entries: Sequence[Any]) -> None:
    """The editors' search of the lists, and the list of what uses what; a few queries for every 500."""
    for first in range(0, len(entries), BATCH):
        batch = entries[first : first + BATCH]
        for backend in get_search_backends(with_auto_update=True) if issubclass(model, Indexed) else ():
            backend.add_bulk(model, batch)
        ReferenceIndex.objects.bulk_create(_references(model, batch), batch_size=BATCH, ignore_conflicts=True)


def _references(model: type[Model], entries: Sequence[Any]) -> list[ReferenceIndex]:
    """What `ReferenceIndex.create_or_update_for_object` makes of a new entry, read from the rows in memory."""
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    base = ReferenceIndex._get_base_content_type(model)
    return [
        ReferenceIndex(
            content_type=content_type,
            base_content_type=base,
            object_id=entry.pk,
            to_content_type_id=to_content_type,
            to_object_id=to_object,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for entry in entries
        for to_content_type, to_object, model_path, content_path in set(
            ReferenceIndex._extract_references_from_object(entry)
        )
    ]
