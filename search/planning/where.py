"""A place named in the question: what happens there comes first, then the rest of the kommune, parted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.plan import All, Any_, AnyOf, Bonus, Condition, Group
from search.planning import weights
from search.planning.bounds import at_home
from search.schema import KeywordField
from search.understanding.places import Place

# What a tier's hits are to the person: just right, right but for something not known or not met, in the same kommune,
# a passing mention, or what is left.
FITS, UNSURE, NEARBY, MENTIONS, REST = "fits", "unsure", "nearby", "mentions", "rest"
# What nobody has confirmed for long is a section of its own, after all of them.
STALE = "stale"


@dataclass(frozen=True, slots=True)
class Tier:
    """A tier's condition with what it means."""

    name: str
    condition: Condition


def here(place: Place) -> Condition:
    """Happens in the place, serves it, or serves all around it without needing a place."""
    conditions: list[Condition] = [AnyOf(KeywordField.VENUE_AREA, place.areas), AnyOf(KeywordField.AREA, place.areas)]
    if place.kind == "venue":
        conditions = [AnyOf(KeywordField.VENUE, (place.value,))]
    else:
        conditions.append(at_home(place.areas))
    return Any_(tuple(conditions))


def same_kommune(place: Place) -> Condition:
    """Serves some part of the kommune."""
    return AnyOf(KeywordField.AREA, (place.within,))


def bonuses(place: Place) -> Iterator[Bonus]:
    """In the place itself before near it."""
    narrow = place.areas[:1]
    yield Bonus(AnyOf(KeywordField.VENUE_AREA, narrow), weights.THERE)
    yield Bonus(at_home(narrow, KeywordField.AREA), weights.COMES_THERE)
    yield Bonus(AnyOf(KeywordField.AREA, narrow), weights.SERVES_THERE)


def group(place: Place) -> Group:
    """The place as the only wish: everything there."""
    return Group(f"{place.value}:place", (Bonus(here(place), 1.0), Bonus(same_kommune(place), 0.1)))


def tiers(around: Sequence[Tier], bound: Condition | None, strong: Condition | None) -> tuple[Tier, ...]:
    """Tiers in order: what is about the wish before what mentions it in passing, the place before what is around it,
    and all that binds before some of it.
    """
    found: list[Tier] = []
    if strong is not None:
        found += _bound_first(
            [Tier(tier.name, All((tier.condition, strong))) for tier in around], bound
        ) or _bound_first([Tier(FITS, strong)], bound)
        around = [Tier(MENTIONS, tier.condition) for tier in around]
    found += _bound_first(list(around), bound)
    if not around and bound is not None:
        found.append(Tier(FITS if strong is None else MENTIONS, bound))
    return tuple(found)


def _bound_first(found: list[Tier], bound: Condition | None) -> list[Tier]:
    if bound is None:
        return found
    return [part for tier in found for part in (Tier(tier.name, All((tier.condition, bound))), _unsure(tier))]


def _unsure(tier: Tier) -> Tier:
    return Tier(UNSURE if tier.name == FITS else tier.name, tier.condition)
