"""Keeping the index in step with the database.

A change marks what it touches, in its own transaction (`outbox`); on commit the marked documents are made anew and
written (`applying`). Dates that are over move on by themselves (`rolling`). Where the engine was away, or a process was
killed in between, the marks are still there, and the running portal catches up (`maintenance`). `comparing` holds index
and database against each other; `rebuilding` begins from nothing.

Whoever writes past `save()` — `update()`, `bulk_create()` — calls `mark_changed` in the same transaction.
"""

from .outbox import mark_changed, mark_ids

__all__ = ["mark_changed", "mark_ids"]
