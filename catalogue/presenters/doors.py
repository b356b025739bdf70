"""The three doors: the catalogue's parts in everyday words."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import ActivityType


@dataclass(frozen=True, slots=True)
class Door:
    """A part of the catalogue as a citizen meets it; `official` is what the municipality calls it."""

    type: ActivityType
    label: str
    official: str
    explanation: str

    @property
    def path(self) -> str:
        return self.type.path

    @property
    def address(self) -> str:
        return reverse("search:part", kwargs={"part": self.type})

    @property
    def drawing(self) -> str:
        return f"components/door_{self.path}.svg"


DOORS: dict[ActivityType, Door] = {
    door.type: door
    for door in (
        Door(
            ActivityType.OUTREACH,
            _("Nogen kommer til dig"),
            _("Opsøgende indsatser"),
            _("En, der ringer, skriver eller besøger dig. Du behøver ikke gå ud, før du har lyst."),
        ),
        Door(
            ActivityType.PREVENTIVE,
            _("Gør noget godt for dig selv"),
            _("Forebyggende indsatser"),
            _("Kom ud, rør dig, lær noget eller få talt om det, der fylder."),
        ),
        Door(
            ActivityType.RELATIONAL,
            _("Bliv en del af noget"),
            _("Relationelle indsatser"),
            _("Mød de samme mennesker igen og igen. Her lægger nogen mærke til, om du kommer."),
        ),
    )
}


def door_of(activity_type: str) -> Door:
    """The door of a stored type."""
    return DOORS[ActivityType(activity_type)]
