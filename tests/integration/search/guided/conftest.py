"""A small catalogue with two towns in one kommune."""

from __future__ import annotations

import datetime

import pytest

from catalogue.choices import AccessibilityFeature, Character, Delivery
from tests.factories.catalogue import ActivityFactory, AreaFactory, ScheduleFactory, VenueFactory


@pytest.fixture
def catalogue(reindex):
    """Walks and meals in Korsør and Vemmelev; returns the activities by title."""
    kommune = AreaFactory(name="Slagelse Kommune", slug="slagelse-kommune")
    korsoer = AreaFactory(name="Korsør", slug="korsoer", parent=kommune)
    vemmelev = AreaFactory(name="Vemmelev", slug="vemmelev", parent=kommune)
    hall, house = VenueFactory(area=korsoer), VenueFactory(area=vemmelev)
    driven = {AccessibilityFeature.TRANSPORT: True}
    made = [
        ActivityFactory(title="Gåtur", venue=hall, interests=["gåture"]),
        ActivityFactory(title="Middag", venue=house, interests=["fællesspisning"], accessibility_answers=driven),
        ActivityFactory(title="Suppe", venue=house, interests=["fællesspisning"]),
        ActivityFactory(
            title="Frokost",
            venue=house,
            interests=["fællesspisning"],
            accessibility_answers={AccessibilityFeature.TRANSPORT: False},
        ),
        ActivityFactory(title="Værksted", venue=hall, interests=["reparation"]),
        ActivityFactory(title="Mandesnak ved værkstedet", venue=hall, interests=["reparation", "samtalegruppe"]),
        ActivityFactory(
            title="Besøgsven",
            venue=None,
            areas=[kommune],
            delivery=(Delivery.AT_HOME.value,),
            character=Character.SUPPORT,
        ),
    ]
    for activity in made[:6]:
        ScheduleFactory(activity=activity, starts_at=datetime.time(10))
    reindex()
    return {activity.title: activity for activity in made}
