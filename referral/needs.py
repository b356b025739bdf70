"""What is known of the person's needs: structured, without a word about who they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Choices

from catalogue.choices import Language, Referrer

from .choices import Barrier, Miss, When

OLDEST = 120


@dataclass(frozen=True, slots=True)
class Needs:
    """One person's needs. `likes` and `situation` are names of interests and of target groups; `area` is a slug.

    An empty field is not known. `referrer` is who proposes, by `catalogue.choices.Referrer`.
    """

    age: int | None = None
    area: str = ""
    referrer: str = str(Referrer.GP)
    misses: tuple[str, ...] = ()
    likes: tuple[str, ...] = ()
    situation: tuple[str, ...] = ()
    barriers: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    language: str = str(Language.DANISH)

    def has(self, barrier: Barrier) -> bool:
        """Whether this stands in the way."""
        return barrier in self.barriers

    @property
    def stays_near(self) -> bool:
        """Whether every kilometre counts: the person cannot get about, as far as is known."""
        return self.has(Barrier.NO_TRANSPORT)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said that anything could be chosen by."""
        return not (self.age or self.area or self.misses or self.likes or self.situation or self.barriers or self.when)


def needs_from(values: Mapping[str, Any]) -> Needs:
    """Needs from plain values, as a JSON file holds them.

    Raises ValueError that names a key or a word that is not one of the fixed ones.
    """
    known = {field.name for field in fields(Needs)}
    if unknown := set(values) - known:
        raise ValueError(f"unknown needs: {', '.join(sorted(unknown))}")
    age = values.get("age")
    if age is not None and not (isinstance(age, int) and 0 <= age <= OLDEST):
        raise ValueError(f"age: {age!r} is no age in whole years")
    return Needs(
        age=age,
        area=str(values.get("area") or ""),
        referrer=_one(values, "referrer", Referrer, str(Referrer.GP)),
        language=_one(values, "language", Language, str(Language.DANISH)),
        misses=_several(values, "misses", Miss),
        barriers=_several(values, "barriers", Barrier),
        when=_several(values, "when", When),
        likes=_words(values, "likes"),
        situation=_words(values, "situation"),
    )


def _one(values: Mapping[str, Any], name: str, choices: type[Choices], otherwise: str) -> str:
    value = values.get(name) or otherwise
    if value not in choices.values:
        raise ValueError(f"{name}: {value!r} is not one of {', '.join(choices.values)}")
    return str(value)


def _several(values: Mapping[str, Any], name: str, choices: type[Choices]) -> tuple[str, ...]:
    found = _words(values, name)
    if wrong := [value for value in found if value not in choices.values]:
        raise ValueError(f"{name}: {wrong[0]!r} is not one of {', '.join(choices.values)}")
    return found


def _words(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    given: Iterable[Any] = values.get(name) or ()
    if isinstance(given, str):
        raise ValueError(f"{name}: a list is wanted, not {given!r}")
    return tuple(dict.fromkeys(str(value) for value in given))
