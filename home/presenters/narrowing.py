"""Fields that narrow a list down by GET."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a field, with its words."""

    value: str
    label: str
    chosen: bool


def choices(pairs: Iterable[tuple[str, str]], asked: str | None) -> list[Choice]:
    """The values as choices; one that is asked for and is not among them is chosen nowhere."""
    return [Choice(value, label, value == asked) for value, label in pairs]


def chosen(options: Iterable[Choice]) -> str:
    """The chosen value, or an empty text."""
    return next((option.value for option in options if option.chosen), "")
