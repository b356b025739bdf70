"""Small answers that each process keeps while the content stays the same: the areas' tree, the settings, the menu.

What is kept is what everybody sees of what is committed. It goes when the content changes, here or in another process
(`portal.caching.version` says so), and at the latest after `SECONDS`. Nothing is kept until a version is followed.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

# Changes past Django's signals (`QuerySet.update`) show after this long, as on kept pages.
SECONDS = 300.0
# An answer for each host name or language: more than these are made up by somebody.
MOST = 200

_version: Callable[[], str | None] | None = None
_rooms: list[_Room] = []


@dataclass(slots=True)
class _Shelf:
    """The answers that hold under one version."""

    version: str
    until: float
    answers: dict[Any, Any] = field(default_factory=dict)


class _Room:
    """One function's shelf. A new version gets a new one, so that who still writes to the old disturbs nobody."""

    def __init__(self) -> None:
        self.empty()

    def empty(self) -> None:
        self._shelf = _Shelf("", 0.0)

    def shelf(self, version: str) -> _Shelf:
        shelf = self._shelf
        if shelf.version != version or time.monotonic() > shelf.until:
            shelf = self._shelf = _Shelf(version, time.monotonic() + SECONDS)
        return shelf


def follow(version: Callable[[], str | None]) -> None:
    """Keeps answers under what `version` returns; while that is None, every answer is made anew."""
    global _version
    _version = version


def forget() -> None:
    """Empties every room of this process."""
    for room in _rooms:
        room.empty()


def kept(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """Keeps the function's answer for its positional, hashable arguments. All share it, so nobody may change it."""
    room = _Room()
    _rooms.append(room)

    @functools.wraps(function)
    def answer(*asked: Asked.args, **others: Asked.kwargs) -> Answer:
        # The version is read first: an answer made while it changes lies on the old shelf.
        version = _version() if _version and not others else None
        if version is None:
            return function(*asked, **others)
        shelf = room.shelf(version)
        if asked not in shelf.answers:
            made = function(*asked, **others)
            if len(shelf.answers) >= MOST:
                return made
            shelf.answers[asked] = made
        return shelf.answers[asked]

    return answer
