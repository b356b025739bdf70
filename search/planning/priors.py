"""What a helpful person mentions first, whatever was asked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from catalogue.choices import Character, SignUp, Status
from search.plan import Any_, AnyOf, Bonus, Not
from search.planning import weights
from search.schema import KeywordField
from search.understanding.knowledge import Knowledge
from search.understanding.question import Understanding


def bonuses(understood: Understanding, knowledge: Knowledge) -> Iterator[Bonus]:
    """Small bonuses for what runs, is open to people themselves, lasts, and is for everybody."""
    yield Bonus(AnyOf(KeywordField.STATUS, (str(Status.ACTIVE),)), weights.ACTIVE)
    yield Bonus(Not(AnyOf(KeywordField.SIGNUP, (str(SignUp.REFERRAL),))), weights.OPEN_DOOR)
    yield Bonus(AnyOf(KeywordField.CHARACTER, (str(Character.COMMUNITY),)), weights.MEET_AGAIN)
    if _names_a_group(understood):
        return
    groups = group_names()
    narrow, wide = (_slugs(groups[name], knowledge) for name in ("narrow", "open"))
    yield Bonus(
        Any_((AnyOf(KeywordField.TARGET_GROUP, wide), Not(AnyOf(KeywordField.TARGET_GROUP, narrow)))),
        weights.NOT_NARROW,
    )
    yield Bonus(AnyOf(KeywordField.TARGET_GROUP, _slugs(["alle"], knowledge)), weights.FOR_ALL)


def newcomers(knowledge: Knowledge) -> tuple[str, ...]:
    """Slugs of the groups that people who speak another language most likely belong to."""
    return _slugs(group_names()["newcomers"], knowledge)


def _names_a_group(understood: Understanding) -> bool:
    """Whether an idea is first of all about a group of people, or a foreign language tells whom it is for."""
    return any(bound.constraint.field == KeywordField.LANGUAGE for bound in understood.bounds) or any(
        weight >= 1
        for idea in understood.ideas
        for concept in idea.concepts
        for weight in concept.facets.get(KeywordField.TARGET_GROUP, {}).values()
    )


def _slugs(names: list[str], knowledge: Knowledge) -> tuple[str, ...]:
    found = (knowledge.thesaurus.value(KeywordField.TARGET_GROUP, name) for name in names)
    return tuple(slug for slug in found if slug)


@cache
def group_names() -> dict[str, list[str]]:
    """Names of narrow and of open target groups."""
    text = files("search.language.data").joinpath("priors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
