"""Constraints: what binds in a question, and the words that say it (``search/language/data/constraints.toml``)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from catalogue.choices import AccessibilityFeature, ActivityType, Delivery, Language, Referrer, SignUp
from search.choices import PriceBand, TimeOfDay, Weekday
from search.schema import KeywordField

CHOICES = {
    "access": (KeywordField.ACCESS_YES, AccessibilityFeature),
    "delivery": (KeywordField.DELIVERY, Delivery),
    "time": (KeywordField.TIME, TimeOfDay),
    "weekday": (KeywordField.WEEKDAY, Weekday),
    "price": (KeywordField.PRICE, PriceBand),
    "language": (KeywordField.LANGUAGE, Language),
    "signup": (KeywordField.SIGNUP, SignUp),
    "referrer": (KeywordField.REFERRER, Referrer),
    "type": (KeywordField.TYPE, ActivityType),
}


@dataclass(frozen=True)
class Constraint:
    """Any of ``values`` in ``field``; ``words`` are the same in the entries' texts."""

    kind: str
    name: str
    field: KeywordField
    values: tuple[str, ...]
    phrases: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def label(self) -> str:
        """What a chip says: the choice's own label, or the word typed for a set of values."""
        if len(self.values) > 1:
            return self.phrases[0]
        return str(dict(CHOICES[self.kind][1].choices)[self.values[0]])


@cache
def constraints() -> tuple[Constraint, ...]:
    """All constraints of the data file; raises ValueError when one names a value that does not exist."""
    text = files("search.language.data").joinpath("constraints.toml").read_text(encoding="utf-8")
    return tuple(
        _constraint(kind, name, entry)
        for kind, entries in tomllib.loads(text).items()
        for name, entry in entries.items()
    )


def _constraint(kind: str, name: str, entry: dict[str, list[str]]) -> Constraint:
    if kind not in CHOICES:
        raise ValueError(f"constraints.toml: unknown kind {kind}")
    field, choices = CHOICES[kind]
    values = tuple(entry.get("values", [name]))
    if unknown := set(values) - set(choices.values):
        raise ValueError(f"constraints.toml, {kind}.{name}: no such value as {', '.join(sorted(unknown))}")
    return Constraint(kind, name, field, values, tuple(entry["phrases"]), tuple(entry["words"]))
