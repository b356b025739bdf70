"""What is asked of the engine: the best offers for the answers, and which options lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..engines import get_engine, guarded
from ..plan import All, Any_, AnyOf, Bonus, Condition, Found, Group, Not, Plan, Probe
from ..planning.filters import ANY_OF
from ..query import SearchQuery
from ..schema import KeywordField
from ..service import ask
from .answers import Answers
from .options import Meaning, Option
from .questions import Question

ANSWERED, THERE, UNSPOILT = 2.0, 1.5, 1.0
FIELDS: dict[str, KeywordField] = dict(ANY_OF.values())


def best(answers: Answers, limit: int) -> Found:
    """The offers of the answers' own search, those first that meet most of the answers."""
    bonuses = [bonus for option in answers.options() for bonus in _bonuses(option)]
    plan = _plan(answers.query())
    return _found(replace(plan, bonuses=(*plan.bonuses, *bonuses), limit=limit))


def leading_on(question: Question, answers: Answers) -> tuple[frozenset[str], int]:
    """The values of the options that find something together with the other answers, and how many there are to
    choose from before this question is answered. One question of the engine, whatever the number of options."""
    everything = Group("alle", (Bonus(All(()), 1.0),))
    groups = tuple(Group(option.value, (Bonus(_means(option.meaning), 1.0),)) for option in question.options)
    probes = tuple(Probe(option.value, groups=(number,)) for number, option in enumerate(question.options, 1))
    plan = _plan(answers.without([question.name]).query())
    found = _found(replace(plan, groups=(everything, *groups), tiers=(), bonuses=(), probes=probes, limit=1))
    return frozenset(name for name, count in found.probes.items() if count), found.total


def _plan(query: SearchQuery) -> Plan:
    plan = ask(query).planned.plan
    return replace(plan, facets=(), probes=())


def _found(plan: Plan) -> Found:
    return guarded.ask(plan, get_engine(), lambda: get_engine(guarded.FALLBACK)).found


def _means(meaning: Meaning) -> Condition:
    """Holds for what the search would find for the meaning."""
    return All(tuple(_attribute(attribute, values) for attribute, values in meaning.items()))


def _attribute(attribute: str, values: tuple[str, ...]) -> Condition:
    if attribute == "accessibility":
        return Not(AnyOf(KeywordField.ACCESS_NO, values))
    return AnyOf(FIELDS[attribute], values)


def _bonuses(option: Option) -> Iterable[Bonus]:
    if areas := option.meaning.get("areas"):
        yield Bonus(AnyOf(KeywordField.VENUE_AREA, areas), THERE)
        return
    yield Bonus(_means(option.meaning), ANSWERED)
    if option.unless:
        spoilt = Any_(tuple(AnyOf(FIELDS[attribute], values) for attribute, values in option.unless.items()))
        yield Bonus(Not(spoilt), UNSPOILT)
