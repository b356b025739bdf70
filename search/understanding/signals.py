"""Keeps the knowledge in step with its sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from catalogue.models import Activity, Area, AreaPostcode, Interest, TargetGroup, Venue
from catalogue.written import entries_written
from search.models import Concept, KnownWord, Synonym
from search.understanding.sources import add_words
from search.understanding.store import forget

SOURCES = (Area, AreaPostcode, Venue, Interest, TargetGroup, Synonym, Concept)


def connect() -> None:
    """Listens to every source of knowledge."""
    for model in SOURCES:
        for signal in (post_save, post_delete):
            signal.connect(_source_changed, sender=model, dispatch_uid=f"knowledge-{model.__name__}")
        entries_written.connect(_source_changed, sender=model, dispatch_uid=f"knowledge-{model.__name__}")
    for relation in (Concept.interests.through, Concept.target_groups.through):
        m2m_changed.connect(_source_changed, sender=relation, dispatch_uid=f"knowledge-{relation.__name__}")
    post_save.connect(_entry_saved, sender=Activity, dispatch_uid="knowledge-words")
    entries_written.connect(_entries_written, sender=Activity, dispatch_uid="knowledge-words")


def _source_changed(**_kwargs: Any) -> None:
    transaction.on_commit(forget)


def _entry_saved(instance: Activity, **_kwargs: Any) -> None:
    if instance.live:
        transaction.on_commit(lambda: _learn([instance]))


def _entries_written(entries: Sequence[Activity], **_kwargs: Any) -> None:
    transaction.on_commit(lambda: _learn(entries))


def _learn(activities: Sequence[Activity]) -> None:
    if KnownWord.objects.exists():
        add_words(f"{activity.title} {activity.summary} {activity.description}" for activity in activities)
    forget()
