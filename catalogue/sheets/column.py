"""A column of a spreadsheet: heading, guidance, and how a cell becomes a field and back; and the kinds there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from ..choices import AccessibilityFeature
from . import cells
from .names import Names

Read = Callable[[Any, Names], Any]
Print = Callable[[Any, Names], Any]
Offer = Callable[[Names], list[str]]


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is the path in an entry, such as "contact.phone"; `offer` gives the choices of the drop-down."""

    heading: str
    field: str
    read: Read
    print: Print
    help: str = ""
    required: bool = False
    offer: Offer | None = None
    several: bool = False
    width: int = 16
    other_headings: tuple[str, ...] = ()
    example: str | int | date | None = None

    def value_of(self, entry: dict[str, Any]) -> Any:
        """The field of an entry; None where the entry does not have it."""
        found: Any = entry
        for name in self.field.split("."):
            found = (found or {}).get(name)
        return found

    def put(self, entry: dict[str, Any], value: Any) -> None:
        outer, _dot, inner = self.field.partition(".")
        if not inner:
            entry[outer] = value
            return
        holder = dict(entry.get(outer) or {})
        if value is None:
            holder.pop(inner, None)
        else:
            holder[inner] = value
        entry[outer] = holder


KEY, VERSION = "slug", "version"
WHEN = "schedule"


def read_text(value: Any, names: Names) -> str:
    return cells.text(value)


def print_same(value: Any, names: Names) -> Any:
    return None if value == "" else value


def read_key(value: Any, names: Names) -> str:
    return cells.text(value).strip().lower()


def read_number(value: Any, names: Names) -> int | None:
    return cells.number(value)


def read_price(value: Any, names: Names) -> int | float | None:
    return cells.price(value)


def read_degrees(value: Any, names: Names) -> float | None:
    amount = cells.decimal(value)
    return None if amount is None else float(amount)


def read_day(value: Any, names: Names) -> str | None:
    found = cells.day(value)
    return found.isoformat() if found else None


def print_day(value: Any, names: Names) -> date | None:
    return date.fromisoformat(value) if value else None


def read_yes_or_no(value: Any, names: Names) -> bool | None:
    return cells.yes_or_no(value)


def print_yes_or_no(value: Any, names: Names) -> str | None:
    return None if value is None else cells.YES if value else cells.NO


def one_choice(options: type[TextChoices]) -> dict[str, Any]:
    labels = [str(label) for label in options.labels]
    by_value = {value: str(label) for value, label in options.choices}
    return {
        "read": lambda value, names: cells.choice(value, options),
        "print": lambda value, names: by_value.get(value, value) if value else None,
        "offer": lambda names: labels,
    }


def some_choices(options: type[TextChoices]) -> dict[str, Any]:
    labels = [str(label) for label in options.labels]
    by_value = {value: str(label) for value, label in options.choices}
    return {
        "read": lambda value, names: cells.choices(value, options),
        "print": lambda value, names: "; ".join(by_value.get(one, one) for one in value or []) or None,
        "offer": lambda names: labels,
        "several": True,
    }


def one_of(kind: str) -> dict[str, Any]:
    def read(value: Any, names: Names) -> str | None:
        written = cells.text(value).strip()
        return getattr(names, kind).find(written) if written else None

    return {
        "read": read,
        "print": lambda value, names: getattr(names, kind).label(value) or None,
        "offer": lambda names: getattr(names, kind).labels(),
    }


def some_of(kind: str) -> dict[str, Any]:
    def labelled(value: Any, names: Names) -> str | None:
        rows = getattr(names, kind)
        found = [rows.label(one) for one in value or []] if hasattr(rows, "label") else list(value or [])
        return "; ".join(sorted(found)) or None

    return {
        "read": lambda value, names: getattr(names, kind).find_all(value),
        "print": labelled,
        "offer": lambda names: getattr(names, kind).labels(),
        "several": True,
    }


TEXT: dict[str, Any] = {"read": read_text, "print": print_same}
NUMBER: dict[str, Any] = {"read": read_number, "print": print_same}
DAY: dict[str, Any] = {"read": read_day, "print": print_day}
SEVERAL = "Flere: skriv semikolon imellem."


def accessibility() -> tuple[Column, ...]:
    """A column for each feature."""
    return tuple(
        Column(
            str(label),
            f"accessibility.{feature}",
            read_yes_or_no,
            print_yes_or_no,
            "Ja eller nej. Tom, når I ikke ved det.",
            offer=lambda names: [cells.YES, cells.NO],
            width=12,
        )
        for feature, label in AccessibilityFeature.choices
    )
