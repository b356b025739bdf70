"""What binds in a question: constraints, ages and places as conditions, tiers and bonuses."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.choices import Delivery
from search.plan import All, Any_, AnyOf, Between, Bonus, Condition, Filter, Group, Not
from search.planning import weights
from search.planning.ideas import in_field
from search.schema import KeywordField, NumberField
from search.understanding.constraints import Constraint
from search.understanding.question import Age, Understanding

WITHOUT_A_PLACE = tuple(str(form) for form in Delivery.without_a_place())
CALENDAR = frozenset({KeywordField.TIME, KeywordField.WEEKDAY, KeywordField.PRICE})
AGE_SPREAD = 10


def condition_of(constraint: Constraint) -> Condition:
    """Holds for entries that are known to meet the constraint."""
    return AnyOf(constraint.field, constraint.values)


def never(understood: Understanding) -> Iterator[Filter]:
    """Filters that keep out entries known *not* to have an accessibility that was asked for."""
    for bound in understood.bounds:
        if bound.constraint.field == KeywordField.ACCESS_YES:
            yield Filter("adgang", Not(AnyOf(KeywordField.ACCESS_NO, bound.constraint.values)))


def all_bound(understood: Understanding) -> Condition | None:
    """Holds when every constraint and the age are met; None when nothing binds."""
    by_field: dict[KeywordField, list[Constraint]] = {}
    for bound in understood.bounds:
        by_field.setdefault(bound.constraint.field, []).append(bound.constraint)
    conditions: list[Condition] = []
    for field, found in by_field.items():
        if field == KeywordField.ACCESS_YES:
            conditions += [condition_of(constraint) for constraint in found]
        else:
            # "mandag eller onsdag": any of the days will do.
            conditions.append(AnyOf(field, tuple(sorted({value for one in found for value in one.values}))))
    if understood.age:
        conditions.append(of_age(understood.age.years))
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else All(tuple(conditions))


def of_age(years: int) -> Condition:
    """Holds when a person of that age may take part."""
    return All((Between(NumberField.AGE_MIN, None, years), Between(NumberField.AGE_MAX, years, None)))


def meant_for_age(age: Age) -> Bonus:
    """More for entries made for about that age."""
    near = Between(NumberField.AGE_MIN, max(1, age.years - AGE_SPREAD), age.years + (AGE_SPREAD if age.at_least else 0))
    return Bonus(near, weights.BINDS)


def groups(understood: Understanding, newcomers: tuple[str, ...]) -> Iterator[Group]:
    """What binds as groups, for a question that wishes for nothing else."""
    for bound in understood.bounds:
        constraint = bound.constraint
        fact = Bonus(condition_of(constraint), weights.BINDS)
        said = list(_said(constraint, weights.SAYS_SO_ALONE))
        if constraint.field in CALENDAR:
            # The calendar knows better; the words only help an entry that has no dates.
            yield Group(
                f"{constraint.name}:calendar", (fact, *(one for group in said for one in group.alternatives)), 0.0
            )
        else:
            yield Group(f"{constraint.name}:facet", (fact,))
            yield from said
            if constraint.field == KeywordField.LANGUAGE and newcomers:
                # Where nobody speaks it, those who help people who are new here are the nearest.
                near = Bonus(AnyOf(KeywordField.TARGET_GROUP, newcomers), weights.NEWCOMERS)
                yield Group(f"{constraint.name}:newcomers", (near,))


def bonuses(understood: Understanding) -> Iterator[Bonus]:
    """What binds as bonuses, for a question that wishes for something as well."""
    for bound in understood.bounds:
        yield Bonus(condition_of(bound.constraint), weights.BINDS)
        for group in _said(bound.constraint, weights.SAYS_SO) if bound.constraint.field not in CALENDAR else ():
            best = max(alternative.weight for alternative in group.alternatives)
            conditions = tuple(one.condition for one in group.alternatives if isinstance(one, Bonus))
            yield Bonus(Any_(conditions), best)


def _said(constraint: Constraint, worth: float) -> Iterator[Group]:
    for field, weight in weights.FIELDS.items():
        found = [
            Bonus(
                condition,
                min(weights.BINDS - 0.5, weight * worth * part)
                if constraint.field in CALENDAR
                else weight * worth * part,
            )
            for word in constraint.words
            for condition, part in in_field(word, field)
        ]
        if found:
            yield Group(f"{constraint.name}:{field}", tuple(found), 0.0)


def at_home(areas: tuple[str, ...], field: KeywordField = KeywordField.REACH) -> Condition:
    """Reaches the people of the areas, and needs no place to do so."""
    return All((AnyOf(field, areas), AnyOf(KeywordField.DELIVERY, WITHOUT_A_PLACE)))
