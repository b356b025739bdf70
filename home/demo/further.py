"""What apps that stand on this one add to the example, once its users are there."""

from __future__ import annotations

from collections.abc import Callable

_further: list[Callable[[], None]] = []


def add(load: Callable[[], None]) -> None:
    """Has `load` called by every `load_demo` with users; what is there already, it leaves alone."""
    _further.append(load)


def load_further() -> None:
    """Calls them, in the order they were added."""
    for load in _further:
        load()
