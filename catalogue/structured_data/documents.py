"""The documents that pages hold: what the page is about, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ..models import Activity, Area, Organisation, Venue
from ..presenters.crumbs import Crumb
from .activities import thing_of_activity
from .crumbs import breadcrumbs
from .graph import Thing, graph
from .organisations import organisation_thing
from .places import area_thing, place_thing


def activity_document(activity: Activity, crumbs: Iterable[Crumb], now: datetime) -> Thing:
    """An activity as it stands at `now` (aware); of one that has ended only where its page stands."""
    found = thing_of_activity(activity, now)
    way = breadcrumbs(crumbs, activity.title, activity.get_absolute_url())
    return graph([found, way] if found else [way])


def venue_document(venue: Venue, crumbs: Iterable[Crumb]) -> Thing:
    """A place."""
    return graph([place_thing(venue), breadcrumbs(crumbs, venue.name, venue.get_absolute_url())])


def organisation_document(organisation: Organisation, crumbs: Iterable[Crumb]) -> Thing:
    """An organiser."""
    way = breadcrumbs(crumbs, organisation.name, organisation.get_absolute_url())
    return graph([organisation_thing(organisation), way])


def area_document(area: Area, crumbs: Iterable[Crumb]) -> Thing:
    """An area."""
    return graph([area_thing(area), breadcrumbs(crumbs, area.name, area.get_absolute_url())])
