"""What a user is responsible for, as querysets and as plain keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from .models import Area, Organisation, Responsibility, Venue

_KEPT = "_catalogue_reach"


@dataclass(frozen=True, slots=True)
class Reach:
    """The keys of what a user is responsible for; an area's parts are with it. `trusted` is among `organisations`."""

    areas: frozenset[int]
    organisations: frozenset[int]
    trusted: frozenset[int]
    venues: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.areas or self.organisations or self.venues)


def reach_of(user: Any) -> Reach:
    """What the user is responsible for; two queries, once for each user object."""
    reach = getattr(user, _KEPT, None)
    if reach is None:
        reach = _ask(user)
        setattr(user, _KEPT, reach)
    return reach


def areas_of(user: Any) -> QuerySet[Area]:
    """The areas that the user edits, with all their parts."""
    return Area.objects.filter(pk__in=reach_of(user).areas)


def organisations_of(user: Any) -> QuerySet[Organisation]:
    """The organisations that the user speaks for."""
    return Organisation.objects.filter(pk__in=reach_of(user).organisations)


def venues_of(user: Any) -> QuerySet[Venue]:
    """The venues whose programme the user keeps."""
    return Venue.objects.filter(pk__in=reach_of(user).venues)


def _ask(user: Any) -> Reach:
    if user.pk is None:
        return Reach(*[frozenset()] * 4)
    rows = list(Responsibility.objects.filter(user=user.pk).values("area", "organisation", "venue", "trusted"))
    roots = {row["area"] for row in rows} - {None}
    return Reach(
        areas=_with_parts(roots) if roots else frozenset(),
        organisations=frozenset({row["organisation"] for row in rows} - {None}),
        trusted=frozenset(row["organisation"] for row in rows if row["trusted"]),
        venues=frozenset({row["venue"] for row in rows} - {None}),
    )


def _with_parts(roots: set[int]) -> frozenset[int]:
    """The areas and all that lies in them: there are few, so the whole tree is read once."""
    parents = dict(Area.objects.order_by().values_list("pk", "parent"))
    inside = set()
    for area in parents:
        above: int | None = area
        while above is not None and above not in roots:
            above = parents[above]
        if above is not None:
            inside.add(area)
    return frozenset(inside)
