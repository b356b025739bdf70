"""What is different between two versions of an entry."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from .words import Said, said_by


@dataclass(frozen=True, slots=True)
class Difference:
    """One field. A text has `old` and `new`; a set has `added` and `removed`, and no texts."""

    name: str
    label: str
    old: str = ""
    new: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def differences(old: models.Model | None, new: models.Model) -> list[Difference]:
    """Field by field, in the model's order; without an old version, all that the new one says."""
    before = said_by(old) if old is not None else {}
    found = []
    for name, after in said_by(new).items():
        difference = _between(name, before.get(name) or Said(after.label), after)
        if difference:
            found.append(difference)
    return found


def _between(name: str, old: Said, new: Said) -> Difference | None:
    if new.items is None:
        if _plain(old.text) == _plain(new.text):
            return None
        return Difference(name, new.label, old.text, new.text)
    had, has = old.items or (), new.items
    added, removed = (tuple(one for one in a if one not in b) for a, b in ((has, had), (had, has)))
    return Difference(name, new.label, added=added, removed=removed) if added or removed else None


def _plain(text: str) -> str:
    """The text without what a browser changes on its way: line ends, and space around it."""
    return text.replace("\r\n", "\n").strip()
