"""What one search needs of the database; each table is read once, when first needed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from django.db.models import Model

from catalogue.models import (
    Activity,
    ActivityAccessibility,
    ActivityInterest,
    ActivityTargetGroup,
    Interest,
    Organisation,
    TargetGroup,
    VenueAccessibility,
)

from ...documents.activities import WITHOUT_A_PLACE
from ...profiles import ABOUT_THE_PLACE, NEEDS
from . import tables

Entries = frozenset[int]
Key = TypeVar("Key")
NOBODY: Entries = frozenset()


def grouped(pairs: Iterable[tuple[int, Key]]) -> dict[Key, Entries]:
    """Pairs of an entry and a key → the entries of each key."""
    found: dict[Key, list[int]] = defaultdict(list)
    for entry, key in pairs:
        found[key].append(entry)
    return {key: frozenset(entries) for key, entries in found.items()}


def spread(groups: Mapping[Key, Entries], values: Callable[[Key], Iterable[str]]) -> dict[str, Entries]:
    """The entries of each value, where every key stands for some values."""
    found: dict[str, set[int]] = defaultdict(set)
    for key, entries in groups.items():
        for value in values(key):
            found[value] |= entries
    return {value: frozenset(entries) for value, entries in found.items()}


class View:
    """The catalogue during one search; an entry is the number (primary key) of an activity that citizens may find."""

    @cached_property
    def entries(self) -> dict[int, tables.Entry]:
        return {entry.pk: entry for entry in tables.entries()}

    @cached_property
    def everything(self) -> Entries:
        return frozenset(self.entries)

    @cached_property
    def places(self) -> dict[int, tables.Place]:
        return tables.places()

    @cached_property
    def regions(self) -> dict[int, tables.Region]:
        return tables.regions()

    @cached_property
    def organisations(self) -> dict[int, tuple[str, str]]:
        """Number → slug and name; likewise of `interests` and `target_groups`."""
        return tables.slugs_and_names(Organisation)

    @cached_property
    def interests(self) -> dict[int, tuple[str, str]]:
        return tables.slugs_and_names(Interest)

    @cached_property
    def target_groups(self) -> dict[int, tuple[str, str]]:
        return tables.slugs_and_names(TargetGroup)

    @cached_property
    def with_interest(self) -> dict[int, Entries]:
        """Number of the term → entries; what follows is alike."""
        return self._joined(ActivityInterest, "content_object_id", "tag_id")

    @cached_property
    def with_target_group(self) -> dict[int, Entries]:
        return self._joined(ActivityTargetGroup, "content_object_id", "tag_id")

    @cached_property
    def serving(self) -> dict[int, Entries]:
        return self._joined(Activity.areas.through, "activity_id", "area_id")

    @cached_property
    def at_place(self) -> dict[int, Entries]:
        return grouped((one.pk, one.venue) for one in self.entries.values() if one.venue)

    @cached_property
    def by_organiser(self) -> dict[int, Entries]:
        return grouped((one.pk, one.organisation) for one in self.entries.values())

    @cached_property
    def rules(self) -> list[tables.Rule]:
        return [rule for rule in tables.rules() if rule.activity in self.entries]

    @cached_property
    def answers(self) -> dict[bool, dict[str, Entries]]:
        """Yes or no → feature → entries; the activity's own answer wins over its place's."""
        own = grouped(
            (entry, (feature, bool(answer)))
            for entry, feature, answer in tables.answers(ActivityAccessibility, "activity_id")
        )
        at_place: dict[tuple[str, bool], Entries] = defaultdict(frozenset)
        for venue, feature, answer in tables.answers(VenueAccessibility, "venue_id"):
            at_place[feature, bool(answer)] |= self.at_place.get(venue, NOBODY)
        found: dict[bool, dict[str, Entries]] = {True: {}, False: {}}
        for feature, answer in {*own, *at_place}:
            inherited = at_place.get((feature, answer), NOBODY) - own.get((feature, not answer), NOBODY)
            found[answer][feature] = (inherited | own.get((feature, answer), NOBODY)) & self.everything
        return found

    @cached_property
    def accessible(self) -> dict[bool, dict[str, Entries]]:
        """As `answers`, and the person's own words among the features."""
        yes, no = self.answers[True], self.answers[False]
        found = {True: dict(yes), False: dict(no)}
        for profile, features in NEEDS.items():
            anywhere = self.nowhere if profile in ABOUT_THE_PLACE else NOBODY
            refused = frozenset[int]().union(*(no.get(str(feature), NOBODY) for feature in features))
            suited = self.everything.intersection(*(yes.get(str(feature), NOBODY) for feature in features))
            found[False][str(profile)] = refused - anywhere
            found[True][str(profile)] = suited | anywhere
        return found

    @cached_property
    def nowhere(self) -> Entries:
        """What comes to people, so that they go nowhere."""
        return frozenset(
            pk for pk, entry in self.entries.items() if set(filter(None, entry.delivery.split(","))) <= WITHOUT_A_PLACE
        )

    @cached_property
    def positions(self) -> dict[int, tuple[float, float]]:
        """Number of a place → its latitude and longitude."""
        return {
            place.pk: (place.latitude, place.longitude)
            for place in self.places.values()
            if place.latitude is not None and place.longitude is not None
        }

    def inside(self, area: int) -> set[int]:
        """The areas that lie in the area, itself included."""
        return {other for other in self.regions if area in self.upwards(other)}

    def upwards(self, area: int) -> list[int]:
        """The area and those that hold it."""
        found: list[int] = []
        at: int | None = area
        while at is not None and at not in found:
            found.append(at)
            at = self.regions[at].parent
        return found

    def _joined(self, links: type[Model], entry: str, other: str) -> dict[int, Entries]:
        groups = grouped(tables.pairs(links, entry, other))
        return {key: entries & self.everything for key, entries in groups.items()}
