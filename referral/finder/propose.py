"""The finder: from needs to a ranked list of offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

from catalogue.kept import kept
from catalogue.models import Activity
from search.documents.activities import findable_activities
from search.understanding.store import get_knowledge

from ..needs import Needs
from . import weights
from .assessment import Assessment
from .barriers import Case, judge_barriers
from .doors import judge_doors
from .facts import Facts, all_facts
from .groups import groups_of
from .likes import Related, related_interests
from .mix import mixed
from .reach import Home, Reach, home_of, reach_of
from .situation import judge_situation
from .steps import in_steps
from .wishes import judge_wishes

MOST = 6
KEPT_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Proposal:
    """One offer: why it fits, what must be asked first, how far it is (None when it comes to the person)."""

    activity: Activity
    facts: Facts
    score: float
    reasons: tuple[str, ...]
    ask: tuple[str, ...]
    km: float | None
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """One offer that breaks no hard need, and what was found; `km` is None when it comes to the person."""

    facts: Facts
    found: Assessment
    km: float | None

    @property
    def score(self) -> float:
        """All points together."""
        return self.found.score


@dataclass(frozen=True, slots=True)
class Finder:
    """What is known of the catalogue at a moment (aware), to propose to several people out of."""

    now: datetime
    catalogue: _Catalogue

    @classmethod
    def at(cls, now: datetime) -> Finder:
        """Reads the catalogue, or takes what is kept of it while it stays the same."""
        return cls(now, _catalogue_of(_minutes(now)))

    def propose(self, needs: Needs, *, limit: int = MOST) -> list[Proposal]:
        """The best offers for the person, best first and of more than one kind; none breaks a hard need.

        At most `limit`. A fixed number of queries, whatever the size of the catalogue.
        """
        home = home_of(needs.area) if needs.area else None
        groups = groups_of(needs)
        judged = (_judge(one, needs, groups, home, self.catalogue) for one in self.catalogue.facts)
        ranked = sorted((one for one in judged if one is not None), key=lambda one: (-one.score, one.facts.slug))
        return in_steps(_with_activities(mixed(ranked, limit), self.now), needs)


def propose(needs: Needs, now: datetime, *, limit: int = MOST) -> list[Proposal]:
    """The same for one person; `now` is aware."""
    return Finder.at(now).propose(needs, limit=limit)


def _with_activities(chosen: Sequence[Judged], now: datetime) -> list[Proposal]:
    """The chosen as they are at this moment; what nobody may find any more is left out."""
    pks = [one.facts.pk for one in chosen]
    activities = {activity.pk: activity for activity in findable_activities(now).filter(pk__in=pks)}
    return [
        Proposal(
            activities[one.facts.pk],
            one.facts,
            one.score,
            tuple(one.found.reasons),
            tuple(one.found.ask),
            one.km,
            one.found.parts,
        )
        for one in chosen
        if one.facts.pk in activities
    ]


def _minutes(now: datetime) -> datetime:
    """The beginning of the few minutes that `now` lies in: so long the next dates hold."""
    return now.replace(minute=now.minute - now.minute % KEPT_MINUTES, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class _Catalogue:
    """Everything that could be proposed, which interests are near each other, and how telling each term is."""

    facts: tuple[Facts, ...]
    related: Related
    groups: Mapping[str, float]
    interests: Mapping[str, float]


@kept
def _catalogue_of(now: datetime) -> _Catalogue:
    knowledge = get_knowledge()
    facts = tuple(all_facts(now, knowledge.thesaurus))
    return _Catalogue(
        facts,
        related=related_interests(knowledge),
        groups=_rarity([one.target_groups for one in facts], weights.RARITY_OF_GROUPS),
        interests=_rarity([one.interests for one in facts], weights.RARITY_OF_INTERESTS),
    )


def _judge(
    facts: Facts, needs: Needs, groups: frozenset[str], home: Home | None, catalogue: _Catalogue
) -> Judged | None:
    reach = reach_of(facts, home)
    if not reach.is_possible:
        return None
    found = Assessment()
    case = Case(facts, needs, groups, reach, found)
    # Wishes first: their reasons are the ones to read first.
    judge_wishes(case, catalogue.related, catalogue.interests)
    judge_situation(case, catalogue.groups)
    judge_doors(case)
    judge_barriers(case)
    if found.conflicts:
        return None
    _judge_reach(case)
    goes = facts.goes_out and not reach.is_here
    return Judged(facts, found, reach.km if goes else None)


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
