"""The finder: from needs to a ranked list of offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

from catalogue.models import Activity
from search.understanding.knowledge import Knowledge
from search.understanding.store import get_knowledge

from ..needs import Needs
from . import weights
from .assessment import Assessment
from .barriers import Case, judge_barriers
from .doors import judge_doors
from .facts import Facts, all_facts
from .likes import Related, related_interests
from .mix import mixed
from .reach import Home, Reach, home_of, reach_of
from .situation import judge_situation
from .steps import in_steps
from .wishes import judge_wishes

MOST = 6


@dataclass(frozen=True, slots=True)
class Proposal:
    """One offer: why it fits, what must be asked first, how far it is (None when it comes to the person)."""

    facts: Facts
    score: float
    reasons: tuple[str, ...]
    ask: tuple[str, ...]
    km: float | None
    parts: Mapping[str, float]

    @property
    def activity(self) -> Activity:
        """What is proposed."""
        return self.facts.activity


def propose(needs: Needs, now: datetime, *, limit: int = MOST) -> list[Proposal]:
    """The best offers for the person, best first and of more than one kind, at most `limit`; none breaks a hard need.

    A fixed number of queries, whatever the size of the catalogue.
    """
    knowledge = get_knowledge()
    facts = list(all_facts(now, knowledge.thesaurus))
    home = home_of(needs.area) if needs.area else None
    surroundings = _Surroundings.of(facts, knowledge)
    judged = (_judge(one, needs, home, surroundings) for one in facts)
    ranked = sorted((one for one in judged if one is not None), key=lambda one: (-one.score, one.activity.slug))
    return in_steps(mixed(ranked, limit), needs)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What the other offers say of one: which interests are near each other, and how telling each term is."""

    related: Related
    groups: Mapping[str, float]
    interests: Mapping[str, float]

    @classmethod
    def of(cls, facts: Sequence[Facts], knowledge: Knowledge) -> _Surroundings:
        return cls(
            related=related_interests(knowledge),
            groups=_rarity([one.target_groups for one in facts], weights.RARITY_OF_GROUPS),
            interests=_rarity([one.interests for one in facts], weights.RARITY_OF_INTERESTS),
        )


def _judge(facts: Facts, needs: Needs, home: Home | None, surroundings: _Surroundings) -> Proposal | None:
    reach = reach_of(facts, home)
    if not reach.is_possible:
        return None
    found = Assessment()
    case = Case(facts, needs, reach, found)
    # Wishes first: their reasons are the ones to read first.
    judge_wishes(case, surroundings.related, surroundings.interests)
    judge_situation(case, surroundings.groups)
    judge_doors(case)
    judge_barriers(case)
    if found.conflicts:
        return None
    _judge_reach(case)
    goes = facts.goes_out and not reach.is_here
    return Proposal(facts, found.score, tuple(found.reasons), tuple(found.ask), reach.km if goes else None, found.parts)


def _judge_reach(case: Case) -> None:
    reach = case.reach
    if reach.is_here:
        case.found.add("reach", weights.REACH_HERE)
    else:
        case.found.add("reach", weights.REACH_SERVED if reach.is_served else weights.NOT_SERVED)
        case.found.add(
            "reach", weights.PER_KILOMETRE * _km(reach) * (1.0 if case.needs.stays_near else weights.TRAVELS)
        )
    if reach.is_named:
        case.found.add("reach", weights.REACH_NAMED)
    if case.facts.reaches_home:
        case.found.add("reach", weights.COMES_HOME)


def _km(reach: Reach) -> float:
    return min(10.0 if reach.km is None else reach.km, weights.MOST_KILOMETRES)


def _rarity(terms: Sequence[frozenset[str]], span: tuple[float, float]) -> dict[str, float]:
    """How telling each term is: from the first of `span` for one of all offers, to the last for one of a single one."""
    least, most = span
    counts = Counter(name for one in terms for name in one)
    rarest = log(1 + len(terms)) or 1.0
    return {name: least + (most - least) * log(1 + len(terms) / count) / rarest for name, count in counts.items()}
