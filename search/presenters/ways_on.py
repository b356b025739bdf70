"""Ways on from an answer that is empty or does not quite fit."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.presenters.doors import DOORS

from ..query import SearchQuery
from ..results import SearchResults
from .addresses import Addresses

FEW = 4


@dataclass(frozen=True, slots=True)
class Way:
    """A wider question; `count` is how many it finds, or None when that was not counted."""

    words: str
    address: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class WaysOn:
    """A heading and at least one way on."""

    heading: str
    words: str
    ways: tuple[Way, ...]


def ways_on(results: SearchResults, addresses: Addresses) -> WaysOn | None:
    """Wider questions where little was found; the three doors and everything where no question is wider."""
    wider = tuple(Way(str(item.label), addresses.of(item.query), item.count) for item in results.relaxations)
    if results.total > FEW and results.fits_exactly:
        return None
    if wider:
        return WaysOn(
            _("Prøv med lidt færre ønsker"),
            _("Så er der mere at vælge imellem:"),
            wider,
        )
    if results.total:
        return None
    doors = tuple(Way(str(door.label), door.address) for door in DOORS.values())
    everything = Way(_("Se alle aktiviteter"), Addresses().of(SearchQuery()))
    return WaysOn(
        _("Gå en anden vej"),
        _("Prøv med andre ord, eller begynd her:"),
        (*doors, everything),
    )
