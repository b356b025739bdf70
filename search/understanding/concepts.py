"""Concepts: what people say, tied to what the catalogue says. Their data are in ``search/language/data/concepts``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from django.db.models import Choices

from catalogue.choices import AccessibilityFeature, ActivityType, Character, Delivery, SignUp
from search.choices import TimeOfDay, Weekday
from search.schema import KeywordField

NEEDS = "needs"
KINDS = "kinds"
PEOPLE = "people"
ORGANISATIONS = "organisations"
ANYTHING = "anything"
# The tables of a concept's file entry that weigh values of a facet.
FACET_TABLES: dict[str, KeywordField] = {
    "interests": KeywordField.INTEREST,
    "target_groups": KeywordField.TARGET_GROUP,
    "types": KeywordField.TYPE,
    "characters": KeywordField.CHARACTER,
    "delivery": KeywordField.DELIVERY,
    "access": KeywordField.ACCESS_YES,
    "times": KeywordField.TIME,
    "weekdays": KeywordField.WEEKDAY,
    "signup": KeywordField.SIGNUP,
}
VENUE_KINDS = "venue_kinds"
CLOSED_LISTS: dict[KeywordField, type[Choices]] = {
    KeywordField.TYPE: ActivityType,
    KeywordField.CHARACTER: Character,
    KeywordField.DELIVERY: Delivery,
    KeywordField.ACCESS_YES: AccessibilityFeature,
    KeywordField.TIME: TimeOfDay,
    KeywordField.WEEKDAY: Weekday,
    KeywordField.SIGNUP: SignUp,
}


@dataclass(frozen=True)
class Concept:
    """One idea; ``theme`` is the file it stands in.

    ``words`` are said and looked for, ``phrases`` only said, ``near`` only looked for (with weights). ``kin`` are said
    for something else of the same sort ("tennis" is sport): the concept is the nearest there is, but not the thing.
    ``only_in_title`` are words that mean something else inside a text ("en frivillig henter dig"). ``facets`` weighs
    values by field; interests and target groups stand by their names here. Nobody older than ``oldest`` is meant by it.
    """

    name: str
    label: str
    theme: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    near: Mapping[str, float] = field(default_factory=dict)
    facets: Mapping[KeywordField, Mapping[str, float]] = field(default_factory=dict)
    venue_kinds: Mapping[str, float] = field(default_factory=dict)
    only_in_title: tuple[str, ...] = ()
    oldest: int | None = None

    def __hash__(self) -> int:
        return hash(self.name)

    @property
    def is_about_people(self) -> bool:
        """Whether it is first of all about whom something is for, or what has happened to them."""
        return self.theme == PEOPLE and any(
            weight >= 1 for weight in self.facets.get(KeywordField.TARGET_GROUP, {}).values()
        )


@dataclass(frozen=True)
class Kin:
    """Something of the same sort as the concept."""

    concept: Concept


def read_concept(name: str, entry: Mapping[str, object], theme: str = "") -> Concept:
    """The concept of a table in a file; raises ValueError for a key that no concept has."""
    known = {"label", "words", "phrases", "kin", "near", "only_in_title", "oldest", VENUE_KINDS, *FACET_TABLES}
    if unknown := set(entry) - known:
        raise ValueError(f"Concept {name}: unknown {', '.join(sorted(unknown))}")
    return Concept(
        name=name,
        label=str(entry.get("label", name)),
        theme=theme,
        words=_strings(entry.get("words")),
        phrases=_strings(entry.get("phrases")),
        kin=_strings(entry.get("kin")),
        near=_weights(entry.get("near")),
        facets={field: _weights(entry[table]) for table, field in FACET_TABLES.items() if table in entry},
        venue_kinds=_weights(entry.get(VENUE_KINDS)),
        only_in_title=_strings(entry.get("only_in_title")),
        oldest=_years(entry.get("oldest")),
    )


@cache
def file_concepts() -> tuple[Concept, ...]:
    """All concepts of the data files."""
    folder = files("search.language.data").joinpath("concepts")
    found: list[Concept] = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            for name, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                found.append(read_concept(name, entry, file.name.removesuffix(".toml")))
    return tuple(found)


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _weights(value: object) -> dict[str, float]:
    return {str(key): float(weight) for key, weight in value.items()} if isinstance(value, dict) else {}


def _years(value: object) -> int | None:
    return value if isinstance(value, int) else None
