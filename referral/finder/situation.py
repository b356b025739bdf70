"""Whom an offer is made for, held against who the person is."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from catalogue.choices import Character
from catalogue.presenters.terms import term_words
from catalogue.wording import woven

from . import weights
from .assessment import any_of
from .barriers import Case
from .facts import Facts
from .groups import (
    AGES,
    CARE_HOME,
    CONDITIONS,
    EVERYBODY,
    GENDERS,
    HOME_CARE,
    MENTAL,
    STORIES,
    THE_YOUNG,
)

YOUNG, OLD_ENOUGH, TOO_OLD = 30, 45, 65


def judge_situation(case: Case, rarity: Mapping[str, float]) -> None:
    """Illness, loss, story, age and sex. `rarity` is by target group, near 1 for one that few offers are for."""
    mine = case.groups
    if _is_closed(case.facts, mine):
        case.found.conflicts.append("situation")
    _groups(case, mine, rarity)
    _peers(case, mine)
    _sex(case)
    if case.facts.is_for_the_discharged:
        case.found.add("situation", weights.FOR_THE_DISCHARGED)
        case.found.question(_("Er personen lige kommet hjem fra sygehuset?"))


def _groups(case: Case, mine: frozenset[str], rarity: Mapping[str, float]) -> None:
    theirs = case.facts.target_groups
    shared = mine & theirs
    if shared:
        chances = (weights.GROUP_ENOUGH * rarity.get(group, 1.0) for group in shared)
        case.found.add("situation", weights.SITUATION * any_of(chances))
        if shared & case.facts.about - AGES - GENDERS:
            case.found.add("situation", weights.ABOUT_THEM)
        if shared <= AGES and _is_for_the_ill(theirs, well=not case.needs.barriers):
            case.found.add("situation", weights.BY_AGE_ALONE)
        for group in sorted(shared & set(case.needs.situation)):
            case.found.add("situation", 0.0, woven(_("for %(whom)s"), whom=term_words(group)))
    elif EVERYBODY in theirs or not theirs:
        case.found.add("situation", weights.SITUATION * weights.FOR_ALL)
    else:
        by_condition = theirs - GENDERS <= CONDITIONS
        case.found.add("situation", weights.FOR_OTHERS_BY_CONDITION if by_condition else weights.FOR_OTHERS)


def _is_closed(facts: Facts, mine: frozenset[str]) -> bool:
    """Whether it is about an illness, a loss or a story that the person does not share, whoever else it names."""
    if EVERYBODY in facts.target_groups:
        return False
    if HOME_CARE in facts.about and CARE_HOME in mine:
        return True
    shares_one = bool(facts.target_groups & CONDITIONS & mine)
    about = facts.about & CONDITIONS
    if about and not about & mine and (about & STORIES or not shares_one):
        return True
    return bool(facts.told & STORIES) and not shares_one


def _is_for_the_ill(theirs: frozenset[str], *, well: bool) -> bool:
    """Whether somebody who is only as old as its people is not one of them."""
    if EVERYBODY in theirs:
        return False
    return len(theirs & MENTAL) > 1 or (well and bool(theirs & (CONDITIONS | {HOME_CARE})))


def _peers(case: Case, mine: frozenset[str]) -> None:
    """Company of one's own age: what names the old or the young is not where others find theirs."""
    theirs, age = case.facts.target_groups, case.needs.age
    if age is None or mine & theirs & AGES:
        return
    among_old = "ældre" in theirs and age < OLD_ENOUGH
    among_young = bool(theirs & THE_YOUNG) and age > TOO_OLD
    if not (among_old or among_young):
        return
    if EVERYBODY not in theirs or case.facts.character != Character.SUPPORT:
        case.found.add("age", weights.OTHER_AGE)
    if age < YOUNG and theirs - mine == {"ældre"}:
        # "Sorggruppe" for those who have lost a husband, and a young woman who has lost her mother.
        if case.facts.character == Character.COMMUNITY:
            case.found.conflicts.append("age")
        else:
            case.found.add("age", weights.OTHER_AGE)


def _sex(case: Case) -> None:
    """What is for women or for men alone."""
    mine, theirs = set(case.needs.situation) & GENDERS, case.facts.target_groups & GENDERS
    if mine and theirs and not mine & theirs and EVERYBODY not in case.facts.target_groups:
        case.found.conflicts.append("sex")
