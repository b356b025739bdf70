"""One process at a time makes and writes documents, so that an older state never overwrites a newer one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from search.models import IndexState


@contextmanager
def index_lock() -> Iterator[IndexState]:
    """Holds the lock in a transaction, which ends with it. The update takes a row's lock, or SQLite's only one."""
    IndexState.objects.get_or_create(pk=1)
    with transaction.atomic():
        IndexState.objects.filter(pk=1).update(locked_at=timezone.now())
        yield IndexState.objects.get(pk=1)
