"""People of each role who are responsible for something, and what is theirs and what is not."""

from __future__ import annotations

from dataclasses import dataclass

from accounts.models import User
from accounts.roles import Role
from catalogue.models import Activity, Area, HolidayCalendar, Organisation, Venue
from tests.factories.accounts import user_with
from tests.factories.catalogue import (
    ActivityFactory,
    AreaFactory,
    HolidayCalendarFactory,
    OrganisationFactory,
    ResponsibilityFactory,
    VenueFactory,
)


@dataclass
class Place:
    """An area with a venue, an organisation and an activity, each with a revision."""

    area: Area
    venue: Venue
    organisation: Organisation
    activity: Activity
    calendar: HolidayCalendar

    def of(self, model: type) -> Activity | Organisation | Venue:
        return {Activity: self.activity, Organisation: self.organisation, Venue: self.venue}[model]


def make_place(name: str) -> Place:
    area = AreaFactory(name=name)
    venue = VenueFactory(name=f"Huset i {name}", area=AreaFactory(name=f"Bydel af {name}", parent=area))
    organisation = OrganisationFactory(name=f"Foreningen i {name}")
    activity = ActivityFactory(
        title=f"Kor i {name}", venue=venue, organisation=organisation, areas=[venue.area], has_unpublished_changes=False
    )
    for entry in (venue, organisation, activity):
        entry.save_revision(log_action=True)
    calendar = HolidayCalendarFactory(area=area, name=f"Skoleferier i {name}")
    return Place(area, venue, organisation, activity, calendar)


def responsible(role: Role, place: Place, *, trusted: bool = False, **fields: object) -> User:
    """Somebody of this role, responsible for what the role is about in this place."""
    user = user_with(role, **fields)
    target = {
        Role.LOCAL_EDITOR: {"area": place.area},
        Role.ASSOCIATION: {"organisation": place.organisation, "trusted": trusted},
        Role.CENTRE_STAFF: {"venue": place.venue},
        Role.NETWORK_WORKER: {"area": place.area},
        Role.COORDINATOR: {"area": place.area},
    }.get(role)
    if target:
        ResponsibilityFactory(user=user, **target)
    return user
