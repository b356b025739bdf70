"""Ways on from an answer that is empty or does not quite fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from catalogue.presenters.facts import distance_words

from ..results import Relaxation, SearchResults, WiderKind
from .addresses import Addresses


@dataclass(frozen=True, slots=True)
class Way:
    """Another question and how many fit it."""

    words: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class WayGroup:
    """Ways of one kind, under one heading."""

    heading: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class WaysOn:
    """Where one can go from here; without groups there is still a person to ring. `first` is before all results."""

    heading: str
    groups: tuple[WayGroup, ...]
    first: bool

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways, in order."""
        return tuple(way for group in self.groups for way in group.ways)


def ways_on(results: SearchResults, addresses: Addresses) -> WaysOn | None:
    """Other questions where little was found; None where enough fits."""
    groups = tuple(_groups(results, addresses))
    if results.total and not groups:
        return None
    if results.total and results.fits_exactly:
        return WaysOn(_("Er det ikke helt det, du søger?"), groups, first=False)
    return WaysOn(_("Sådan kan du komme videre"), groups, first=True)


def areas_meant(results: SearchResults, addresses: Addresses) -> list[Way]:
    """The areas that those of the address may stand for, when nobody knows them."""
    proposals = (_way(one, addresses) for unknown in results.unknown_areas for one in unknown.proposals)
    return list({way.address: way for way in proposals}.values())


def _groups(results: SearchResults, addresses: Addresses) -> Iterator[WayGroup]:
    headings = {
        WiderKind.SPELT: _("Mente du?"),
        WiderKind.LESS: _("Med et ønske mindre"),
        WiderKind.PLACE: _("I nærheden"),
        WiderKind.TIME: _("På et andet tidspunkt"),
        WiderKind.DOOR: _("Begynd her"),
    }
    for kind, found in groupby(results.relaxations, key=lambda one: one.kind):
        yield WayGroup(headings[kind], tuple(_way(one, addresses) for one in found))


def _way(one: Relaxation, addresses: Addresses) -> Way:
    words = one.label
    if one.km is not None:
        words = _("%(place)s, %(distance)s") % {"place": one.label, "distance": distance_words(one.km)}
    # On the page of one part of the catalogue, a question without that part leads out of it.
    stays = addresses.part is None or one.query.types == (addresses.part.value,)
    return Way(words, (addresses if stays else Addresses()).of(one.query), one.count)
