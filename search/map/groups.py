"""The hits of a search by the place they happen at; both the list and the map are made of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.models import Activity, Venue
from catalogue.presenters.contact import Contact, contact_of
from catalogue.presenters.facts import when

from ..results import Hit
from .geometry import Position


@dataclass(frozen=True, slots=True)
class Listed:
    """One hit in the list beside the map."""

    title: str
    address: str
    when: str
    contact: Contact


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    """A place with its hits, in the order of the best of them; `name` is how its pin is called."""

    number: int
    title: str
    where: str
    address: str
    position: Position | None
    hits: tuple[Listed, ...]

    @property
    def anchor(self) -> str:
        """The id of the group in the list."""
        return f"sted-{self.number}"

    @property
    def name(self) -> str:
        """ "Kor for alle, Kulturhuset"; "Kulturhuset: Kor for alle og 2 andre"."""
        others = len(self.hits) - 1
        if not others:
            return f"{self.hits[0].title}, {self.title}"
        more = ngettext("og 1 anden", "og %(n)d andre", others) % {"n": others}
        return f"{self.title}: {self.hits[0].title} {more}"


def groups_of(hits: Iterable[Hit], now: datetime) -> list[PlaceGroup]:
    """Every hit once: places in the order of their best hit, then, in one group, what has no place on the map."""
    by_venue: dict[int, list[Activity]] = {}
    nowhere: list[Activity] = []
    for hit in hits:
        activity: Activity = hit.item
        if activity.venue_id and activity.venue and activity.venue.position:
            by_venue.setdefault(activity.venue_id, []).append(activity)
        else:
            nowhere.append(activity)
    groups = [_group(number, activities, now) for number, activities in enumerate(by_venue.values(), 1)]
    if nowhere:
        title = _("Uden for kortet: hjemme hos dig, på telefon eller på nettet")
        listed = tuple(_listed(activity, now) for activity in nowhere)
        groups.append(PlaceGroup(len(groups) + 1, title, "", "", None, listed))
    return groups


def _group(number: int, activities: list[Activity], now: datetime) -> PlaceGroup:
    venue = activities[0].venue
    assert isinstance(venue, Venue)  # noqa: S101  they were put together by it
    return PlaceGroup(
        number=number,
        title=venue.name,
        where=venue.area.name,
        address=venue.get_absolute_url(),
        position=venue.position,
        hits=tuple(_listed(activity, now) for activity in activities),
    )


def _listed(activity: Activity, now: datetime) -> Listed:
    return Listed(activity.title, activity.get_absolute_url(), when(activity, now).text, contact_of(activity))
