"""How to get there: the address, the way in words, and links that ask nobody before they are pressed."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from urllib.parse import quote, urlencode

from ..models import Venue
from .prose import Block, blocks_of

# The addresses are theirs to change; nothing is asked of them until somebody follows the link.
MAP = "https://www.openstreetmap.org/directions"
TIMETABLE = "https://rejseplanen.dk/"


# At an old person's pace.
METRES_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Stop:
    """The nearest stop, and how far it is from there: `minutes` are those of a slow walk, at least one."""

    name: str
    metres: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a place. `map` shows the way to it, `timetable` finds a bus; `geo` opens a telephone's own map."""

    name: str
    page: str
    address: str
    transport: list[Block]
    map: str
    timetable: str
    geo: str
    stop: Stop | None


def way_to(venue: Venue) -> Way:
    """How to get to a venue."""
    address = address_of(venue)
    return Way(
        name=venue.name,
        page=venue.get_absolute_url(),
        address=address,
        transport=blocks_of(venue.transport),
        map=f"{MAP}?{urlencode({'to': address})}",
        timetable=TIMETABLE,
        geo=_geo(venue, address),
        stop=_stop(venue),
    )


def address_of(venue: Venue) -> str:
    """ "Gammel Torv 7, 4200 Slagelse by"; the postcode is not said twice where the street's line has it."""
    if venue.postcode in venue.address:
        return venue.address
    return ", ".join(part for part in (venue.address, f"{venue.postcode} {venue.area.name}") if part)


def _stop(venue: Venue) -> Stop | None:
    if venue.stop_metres is None:
        return None
    return Stop(venue.stop_name, venue.stop_metres, ceil(venue.stop_metres / METRES_A_MINUTE))


def _geo(venue: Venue, address: str) -> str:
    """RFC 5870, with the name that Android shows on the pin; "" where the position is not known."""
    if venue.latitude is None or venue.longitude is None:
        return ""
    point = f"{venue.latitude:.5f},{venue.longitude:.5f}"
    return f"geo:{point}?q={quote(f'{point}({venue.name}, {address})')}"
