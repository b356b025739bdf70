"""A plan carried out over sets of entries."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce

from ...plan import All, Any_, AnyOf, Between, Bonus, Condition, Group, Matches, Not, Plan, Term, Within
from ...schema import KeywordField, NumberField, TextField
from . import dates, fields
from .view import NOBODY, Entries, View

EARTH_RADIUS_KM = 6371.0087714


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great circle between two points in degrees, by the haversine formula."""
    south, west, north, east = map(math.radians, (*one, *other))
    across = math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(math.sin((north - south) / 2) ** 2 + across)))


class Evaluation:
    """Which entries meet which parts of one plan. What several parts share is worked out once."""

    def __init__(self, plan: Plan, view: View) -> None:
        self.plan = plan
        self.view = view
        self._meeting: dict[Condition, Entries] = {}
        self._keywords: dict[KeywordField, dict[str, Entries]] = {}

    def keywords(self, field: KeywordField) -> dict[str, Entries]:
        """Value → the entries that have it."""
        if field not in self._keywords:
            self._keywords[field] = fields.keywords(self.view, field)
        return self._keywords[field]

    def meeting(self, condition: Condition) -> Entries:
        """The entries for which the condition holds."""
        if condition not in self._meeting:
            self._meeting[condition] = self._find(condition)
        return self._meeting[condition]

    def _find(self, condition: Condition) -> Entries:
        match condition:
            case AnyOf(field, values):
                known = self.keywords(field)
                return _union(known.get(value, NOBODY) for value in values)
            case Between(field, low, high):
                return frozenset(self._between(field, low, high))
            case Within(latitude, longitude, km):
                return frozenset(entry for entry, away in self.distances((latitude, longitude)).items() if away <= km)
            case Matches(field, token):
                return self._saying.get(field, {}).get(token, NOBODY)
            case All(conditions):
                return reduce(frozenset.intersection, map(self.meeting, conditions), self.view.everything)
            case Any_(conditions):
                return _union(map(self.meeting, conditions))
            case Not(inner):
                return self.view.everything - self.meeting(inner)

    def distances(self, origin: tuple[float, float]) -> dict[int, float]:
        """Entry → kilometres from the origin, of those that have a place."""
        away = {place: kilometres(origin, position) for place, position in self.view.positions.items()}
        return {
            entry: away[place] for place, entries in self.view.at_place.items() if place in away for entry in entries
        }

    def _between(self, field: NumberField, low: int | None, high: int | None) -> Iterator[int]:
        lowest, highest = -math.inf if low is None else low, math.inf if high is None else high
        if field == NumberField.DATE:
            for rule in self.view.rules:
                first, last = dates.span(rule.starts_on, rule.rrule)
                if first <= highest and lowest <= last:
                    yield rule.activity
        for entry, number in fields.numbers(self.view, field).items():
            if lowest <= number <= highest:
                yield entry

    @cached_property
    def _saying(self) -> dict[TextField, dict[str, Entries]]:
        """Field → token → entries, for all the words of the plan at once."""
        wanted: dict[TextField, set[str]] = defaultdict(set)
        for field, token in words_of(self.plan):
            wanted[field].add(token)
        return fields.words(self.view, wanted)

    def matching(self, group: Group) -> Entries:
        """The entries that some alternative of the group matches."""
        return _union(map(self._alternative, group.alternatives))

    def scores(self, group: Group, among: Entries) -> dict[int, float]:
        """Entry → score: the best alternative and a share of the others. A rare word scores more than a common one."""
        best: dict[int, float] = {}
        total: dict[int, float] = defaultdict(float)
        weighed = [
            (self._weight(alternative), self._alternative(alternative) & among) for alternative in group.alternatives
        ]
        for weight, entries in sorted(weighed, key=lambda one: one[0]):
            best |= dict.fromkeys(entries, weight)
            for entry in entries if group.tie else ():
                total[entry] += weight
        return {entry: weight * (1 - group.tie) + group.tie * total[entry] for entry, weight in best.items()}

    def _alternative(self, alternative: Term | Bonus) -> Entries:
        if isinstance(alternative, Bonus):
            return self.meeting(alternative.condition)
        return self.meeting(Matches(alternative.field, alternative.token))

    def _weight(self, alternative: Term | Bonus) -> float:
        if isinstance(alternative, Bonus):
            return alternative.weight
        among, said = len(self.view.everything), len(self._alternative(alternative))
        return alternative.weight * math.log(1 + (among - said + 0.5) / (said + 0.5))


def words_of(plan: Plan) -> Iterator[tuple[TextField, str]]:
    """Every field and token that the plan asks for."""
    conditions = [*plan.tiers, *(one.condition for one in plan.filters), *(one.condition for one in plan.bonuses)]
    for group in plan.groups:
        for alternative in group.alternatives:
            if isinstance(alternative, Term):
                yield alternative.field, alternative.token
            else:
                conditions.append(alternative.condition)
    for condition in conditions:
        yield from _words_in(condition)


def _words_in(condition: Condition) -> Iterator[tuple[TextField, str]]:
    match condition:
        case Matches(field, token):
            yield field, token
        case All(inner) | Any_(inner):
            for one in inner:
                yield from _words_in(one)
        case Not(one):
            yield from _words_in(one)


def _union(many: Iterable[Entries]) -> Entries:
    return NOBODY.union(*many)
