"""The finder: from needs to a ranked list of offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

from catalogue.models import Activity
from search.understanding.store import get_knowledge

from ..needs import Needs
from . import weights
from .assessment import Assessment
from .barriers import Case, judge_barriers
from .facts import Facts, all_facts
from .likes import Related, related_interests
from .mix import mixed
from .reach import Home, Reach, home_of, reach_of
from .steps import in_steps
from .wishes import judge_doors, judge_wishes

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
    facts = list(all_facts(now))
    home = home_of(needs.area) if needs.area else None
    related, rarity = related_interests(get_knowledge()), _rarity(facts)
    judged = (_judge(one, needs, home, related, rarity) for one in facts)
    ranked = sorted((one for one in judged if one is not None), key=lambda one: (-one.score, one.activity.slug))
    return in_steps(mixed(ranked, limit), needs)


def _judge(
    facts: Facts, needs: Needs, home: Home | None, related: Related, rarity: Mapping[str, float]
) -> Proposal | None:
    reach = reach_of(facts, home)
    if not reach.is_possible:
        return None
    found = Assessment()
    case = Case(facts, needs, reach, found)
    # Wishes first: their reasons are the ones to read first.
    judge_wishes(case, related, rarity)
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
        case.found.add("reach", weights.PER_KILOMETRE * _km(reach))
    if case.facts.reaches_home:
        case.found.add("reach", weights.COMES_HOME)


def _km(reach: Reach) -> float:
    return min(10.0 if reach.km is None else reach.km, weights.MOST_KILOMETRES)


def _rarity(facts: Sequence[Facts]) -> dict[str, float]:
    """How telling each target group is: near 1 for one of a few offers, less for one that most are for."""
    counts = Counter(group for one in facts for group in one.target_groups)
    most = log(1 + len(facts)) or 1.0
    return {group: 0.4 + 0.6 * log(1 + len(facts) / count) / most for group, count in counts.items()}
