"""What a copy of an entry does not take over: what was promised, counted, cancelled or agreed of the other one."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from .choices import Status
from .models import Activity
from .models.editing import EditedEntry

# How far the other has come: published, locked, planned, approved.
EDITORIAL = {
    "live": False,
    "has_unpublished_changes": False,
    "first_published_at": None,
    "last_published_at": None,
    "latest_revision": None,
    "live_revision": None,
    "go_live_at": None,
    "expire_at": None,
    "expired": False,
    "locked": False,
    "locked_by": None,
    "locked_at": None,
}
# What is true of the other only: nobody has confirmed the copy, it is not on pause, and nobody has joined it.
OF_THE_OTHER = {
    "verified_on": None,
    "verified_by": "",
    "status": Status.ACTIVE,
    "status_note": "",
    "paused_until": None,
    "places_left": None,
    "split_from": None,
}


def as_new(entry: Any) -> Model:
    """The entry, changed in memory into what the form of a copy begins with; never to be saved itself."""
    entry.slug = ""
    if isinstance(entry, EditedEntry):
        _set(entry, EDITORIAL)
        entry._current_workflow_states = []
    if isinstance(entry, Activity):
        _set(entry, OF_THE_OTHER)
        entry.date_exceptions = []
    return entry


def _set(entry: Model, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
