"""The plan of a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from catalogue.freshness import fresh_from
from search.choices import Sort
from search.documents.activities import KIND
from search.documents.activity_dates import as_number
from search.plan import All, AnyOf, Between, Condition, Filter, Group, Plan
from search.planning import bounds, filters, priors, where
from search.planning.ideas import groups_of, is_anything, strongly
from search.planning.near import origin_of
from search.planning.where import FITS, NEARBY, REST, Tier
from search.query import SearchQuery
from search.schema import KeywordField, NumberField
from search.understanding.knowledge import Knowledge
from search.understanding.question import Idea, Understanding

PAGE_SIZE = 20
ONLY_ACTIVITIES = Filter("kind", AnyOf(KeywordField.KIND, (KIND,)))


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with the meaning of its tiers, one more than the plan has: the last is what no tier holds.

    From the tier numbered `stale_from` on they are of the same meanings once more, of what nobody has confirmed for
    long.
    """

    plan: Plan
    tiers: tuple[str, ...]
    stale_from: int

    @property
    def firsts(self) -> tuple[int, int]:
        """The numbers of the tiers that fit best: of what is fresh, and of what is not."""
        return 0, self.stale_from


def make_plan(
    query: SearchQuery, understood: Understanding, knowledge: Knowledge, today: date | None = None
) -> Planned:
    """What an engine is to do for ``query``, whose text has been understood as ``understood``.

    What nobody has confirmed for long, as seen ``today``, comes after all else, in the same order.
    """
    ideas = _wishes(understood)
    groups, hints = groups_of(ideas, knowledge)
    strong = strongly(ideas, knowledge, is_story=understood.is_story) if groups else None
    places = [found.place for found in understood.places][:1]
    extra = [*hints, *priors.bonuses(understood, knowledge)]
    if groups:
        extra += bounds.bonuses(understood)
    if understood.age:
        extra.append(bounds.meant_for_age(understood.age))
    for place in places:
        extra += where.bonuses(place)
    around = [tier for place in places for tier in (Tier(FITS, where.here(place)), _nearby(place))]
    tiers = where.tiers(around, _all_that_binds(query, understood), strong)
    sort = Sort(query.sort)
    origin = origin_of(query.near, knowledge.gazetteer) if query.near else None
    plan = Plan(
        groups=groups or tuple(_only_bounds(understood, knowledge)),
        bonuses=tuple(extra),
        filters=tuple(_filters(query, understood, knowledge)),
        tiers=_fresh_first([tier.condition for tier in tiers], today or localdate()),
        origin=origin,
        sort=Sort.RELEVANCE if sort == Sort.DISTANCE and origin is None else sort,
        offset=(query.page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    names = (*(tier.name for tier in tiers), REST if tiers else FITS)
    return Planned(plan, (*names, *names), stale_from=len(names))


def _fresh_first(tiers: Sequence[Condition], today: date) -> tuple[Condition, ...]:
    """The tiers of what is fresh, then all the rest that is fresh, then the tiers again."""
    fresh = Between(NumberField.VERIFIED, as_number(fresh_from(today)))
    return (*(All((tier, fresh)) for tier in tiers), fresh, *tiers)


def _wishes(understood: Understanding) -> tuple[Idea, ...]:
    """What is wished for; "aktiviteter" is no wish beside a wish, a place, a day or an age."""
    wishes = tuple(idea for idea in understood.ideas if not is_anything(idea))
    binds = understood.places or understood.bounds or understood.age
    return wishes if wishes or binds else understood.ideas


def _nearby(place: where.Place) -> Tier:
    return Tier(NEARBY, where.same_kommune(place))


def _only_bounds(understood: Understanding, knowledge: Knowledge) -> Iterator[Group]:
    """What there is to score when nothing is wished for but what binds."""
    found = list(bounds.groups(understood, priors.newcomers(knowledge)))
    yield from found
    if not found:
        yield from (where.group(one.place) for one in understood.places[:1])


def _all_that_binds(query: SearchQuery, understood: Understanding) -> Condition | None:
    conditions = [
        condition
        for condition in (bounds.all_bound(understood), filters.surely_accessible(query))
        if condition is not None
    ]
    if len(conditions) > 1:
        return All(tuple(conditions))
    return conditions[0] if conditions else None


def _filters(query: SearchQuery, understood: Understanding, knowledge: Knowledge) -> Iterator[Filter]:
    """Activities alone; what was chosen, and the accessibility asked for in words; one filter a name."""
    yield ONLY_ACTIVITIES
    by_name: dict[str, list[Condition]] = {}
    for one in (*filters.chosen(query, knowledge.gazetteer), *bounds.never(understood)):
        by_name.setdefault(one.name, []).append(one.condition)
    for name, conditions in by_name.items():
        yield Filter(name, conditions[0] if len(conditions) == 1 else All(tuple(conditions)))
