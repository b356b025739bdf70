"""Many entries that one person submits at once are told of in one word, not each by itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.dispatch import Signal
from wagtail.models import TaskState

if TYPE_CHECKING:
    from accounts.models import User

submitted_together = Signal()
"""Sent when a `together` block ends well, with the `TaskState`s of its submissions as `states` and the `user`."""


class _Gathering(threading.local):
    states: list[TaskState] | None = None


_gathering = _Gathering()


@contextmanager
def together(*, by: User) -> Iterator[None]:
    """What is submitted in this block is told of at its end; when it fails nobody is told of anything."""
    if _gathering.states is not None:  # a block in a block: the outer one tells
        yield
        return
    _gathering.states = states = []
    try:
        yield
    finally:
        _gathering.states = None
    if states:
        submitted_together.send(TaskState, states=states, user=by)


def gathered(state: TaskState) -> bool:
    """Whether this submission is told of later, with others."""
    if _gathering.states is None:
        return False
    _gathering.states.append(state)
    return True
