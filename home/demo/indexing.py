"""Wagtail's index of the editors' lists, while much is made: all of it at the end, instead of piece by piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.backends import get_search_backends
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler

BATCH = 500


@contextmanager
def indexed_together() -> Iterator[None]:
    """Whatever is saved meanwhile is indexed when the block ends well; each model in a few queries, not each row."""
    saved: dict[type[Model], set[Any]] = defaultdict(set)

    def note(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        saved[sender].add(instance.pk)

    # Only those that are followed now are followed again afterwards.
    followed = [model for model in get_indexed_models() if post_save.disconnect(post_save_signal_handler, sender=model)]
    for model in followed:
        post_save.connect(note, sender=model)
    try:
        yield
        for model, keys in saved.items():
            _index(model, sorted(keys))
    finally:
        for model in followed:
            post_save.disconnect(note, sender=model)
            post_save.connect(post_save_signal_handler, sender=model)


def _index(model: type[Model], keys: list[Any]) -> None:
    for backend in get_search_backends(with_auto_update=True):
        for first in range(0, len(keys), BATCH):
            rows = model.get_indexed_objects().filter(pk__in=keys[first : first + BATCH])  # type: ignore[attr-defined]
            backend.add_bulk(model, list(rows))
