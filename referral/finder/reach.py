"""How an offer and a person come together: it comes to them, it is where they live, or they must go there."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.models import Area

from .facts import Facts, kilometres

# As the crow flies, between the middle of the person's area and the place.
NEAR_KM = 3.0
# … and where the offer names the person's own area, and so is made for those who live there.
NAMED_KM = 8.0
FARTHEST_KM = 25.0


@dataclass(frozen=True, slots=True)
class Home:
    """Where the person lives: the area's slug and its middle."""

    slug: str
    position: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Reach:
    """`is_here`: in the person's own area, or it comes to them. `is_served`: it is for the person's area.

    `is_named`: it names that area itself, not only one around it.
    """

    is_here: bool
    is_served: bool
    km: float | None
    is_named: bool = False

    @property
    def is_near(self) -> bool:
        """Whether one can come there without a car."""
        return self.is_here or (self.km is not None and self.km <= NEAR_KM)

    @property
    def is_within_its_reach(self) -> bool:
        """Whether those who live there are expected to come, though it is not near."""
        return self.is_named and self.km is not None and self.km <= NAMED_KM

    @property
    def is_possible(self) -> bool:
        """Whether it can be proposed at all to somebody who lives there."""
        return self.is_here or self.is_served or (self.km is not None and self.km <= FARTHEST_KM)


EVERYWHERE = Reach(is_here=True, is_served=True, km=None)


def home_of(slug: str) -> Home | None:
    """Where that is; None when no area is called so."""
    area = Area.objects.without_tree_fields().filter(slug=slug).first()
    return Home(slug, area.position) if area else None


def reach_of(facts: Facts, home: Home | None) -> Reach:
    """How the offer reaches the person; everywhere when it is not known where they live."""
    if home is None:
        return EVERYWHERE
    served = home.slug in facts.serves
    if facts.venue_area is None and facts.position is None:
        return Reach(is_here=served, is_served=served, km=None)
    here = facts.venue_area == home.slug or (served and facts.reaches_home)
    return Reach(here, served, kilometres(home.position, facts.position), is_named=home.slug in facts.names)
