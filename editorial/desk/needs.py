"""What may need somebody, each with how much there is of it and the way to where it is done.

An app adds its own with `register` when it is ready; the first page asks each of them for the user who looks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

# Nobody needs to know whether it is 1,200 or 1,300.
MOST = 1000


@dataclass(frozen=True, slots=True)
class Need:
    """`label` says what a number of it is called ("3 fejlmeldinger venter"); `count` is asked once, and is bounded.

    `concerns` says whether it is this user's to do anything about: who cannot act on it is not told.
    """

    key: str
    label: Callable[[int], str]
    count: Callable[[Any], int]
    url: Callable[[Any], str]
    concerns: Callable[[Any], bool] = lambda user: True
    icon: str = "warning"
    order: int = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """A need of somebody, as the first page shows it; `number` is "1000+" for more than that."""

    key: str
    number: str
    label: str
    url: str
    icon: str


class AlreadyNeeded(ValueError):
    """Two apps have taken the same key."""


_known: dict[str, Need] = {}


def register(need: Need) -> None:
    """Adds a need to the first page. Raises `AlreadyNeeded`."""
    if need.key in _known:
        raise AlreadyNeeded(need.key)
    _known[need.key] = need


def needs() -> list[Need]:
    """All of them, in the order of the page."""
    return sorted(_known.values(), key=lambda need: (need.order, need.key))


def needs_of(user: Any) -> list[Counted]:
    """What needs this user now: one question to the database for each that concerns them, whatever the numbers."""
    found = []
    for need in needs():
        count = need.count(user) if need.concerns(user) else 0
        if count:
            number = f"{MOST}+" if count > MOST else str(count)
            found.append(Counted(need.key, number, need.label(count), need.url(user), need.icon))
    return found


def bounded(rows: QuerySet) -> int:
    """How many there are, without counting further than is shown."""
    return rows.order_by()[: MOST + 1].count()
