"""Where it takes place."""

from __future__ import annotations

from collections.abc import Mapping

from ..choices import AccessibilityFeature, Delivery
from ..models import Activity, Area, Venue
from ..presenters.accessibility import OF_THE_PLACE
from ..presenters.facts import where
from ..sharing.addresses import absolute
from .graph import Thing, thing

COUNTRY = "DK"
Answers = Mapping[str, tuple[bool, str]]


def place_thing(venue: Venue) -> Thing:
    """A venue with its address, position and what is known of its accessibility; what is not known is not said."""
    answers = {answer.feature: (answer.holds, answer.note) for answer in venue.accessibility_answers.all()}
    return _place(venue, answers)


def locations_of(activity: Activity) -> list[Thing]:
    """Where to go: the venue (the activity's answers win over the venue's); the page for what is online or by phone."""
    found = []
    if activity.venue:
        of_the_place = {name: answer for name, answer in activity.accessibility().items() if name in OF_THE_PLACE}
        found.append(_place(activity.venue, of_the_place))
    elif not is_remote(activity):
        found.append(_areas(activity))
    if is_remote(activity):
        found.append(thing("VirtualLocation", url=absolute(activity.get_absolute_url())))
    return found


def is_remote(activity: Activity) -> bool:
    """Whether one can take part without being there."""
    return Delivery.ONLINE in activity.delivery or Delivery.BY_PHONE in activity.delivery


def area_thing(area: Area) -> Thing:
    """An area by name and page."""
    return thing("AdministrativeArea", name=area.name, url=absolute(area.get_absolute_url()))


def areas_served(activity: Activity) -> list[Thing]:
    """The areas that an activity serves."""
    return [area_thing(area) for area in activity.areas.all()]


def _areas(activity: Activity) -> Thing:
    names = [area.name for area in activity.areas.all()]
    address = thing("PostalAddress", addressLocality=", ".join(names), addressCountry=COUNTRY)
    return thing("Place", name=where(activity).text, address=address)


def _geo(venue: Venue) -> Thing | None:
    if venue.position is None:
        return None
    latitude, longitude = venue.position
    return thing("GeoCoordinates", latitude=latitude, longitude=longitude)


def _place(venue: Venue, answers: Answers) -> Thing:
    return thing(
        "Place",
        name=venue.name,
        url=absolute(venue.get_absolute_url()),
        address=thing(
            "PostalAddress",
            streetAddress=venue.address,
            postalCode=venue.postcode,
            addressLocality=venue.area.name,
            addressCountry=COUNTRY,
        ),
        geo=thing("GeoCoordinates", latitude=venue.position[0], longitude=venue.position[1])
        if venue.position
        else None,
        amenityFeature=[
            thing(
                "LocationFeatureSpecification",
                name=str(AccessibilityFeature(feature).label),
                value=holds,
                description=note,
            )
            for feature, (holds, note) in answers.items()
        ],
    )
