"""What was understood and what was chosen, each with a link that takes it away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.recurrence.words import full_date

from ..query import MANY, PARAMETERS, POINT, SearchQuery
from ..results import Correction, Facet, NearPlace, SearchResults
from .addresses import Addresses


@dataclass(frozen=True, slots=True)
class ChipLink:
    """Words, and the address without them."""

    words: str
    address: str


def understood(results: SearchResults, addresses: Addresses) -> list[ChipLink]:
    """What was read out of the text."""
    return [ChipLink(chip.label, addresses.of(chip.without)) for chip in results.understood]


def corrections(corrected: Iterable[Correction], addresses: Addresses) -> list[ChipLink]:
    """The words that were also searched as others."""
    return [ChipLink(correction.corrected, addresses.of(correction.instead)) for correction in corrected]


def chosen(
    results: SearchResults,
    addresses: Addresses,
    names: Mapping[str, str],
    hidden: frozenset[str],
) -> list[ChipLink]:
    """Every choice of the address; `names` gives words for slugs that no facet has, as an organiser's."""
    query, labels = results.query, _labels(results.facets)
    chips = [
        ChipLink(
            labels.get((parameter, value)) or names.get(value, value),
            addresses.of(query.without_value(parameter, value)),
        )
        for parameter in MANY
        if parameter not in hidden
        for value in getattr(query, PARAMETERS[parameter])
    ]
    return chips + [ChipLink(words, addresses.of(without)) for words, without in _single(results)]


def _labels(facets: Iterable[Facet]) -> dict[tuple[str, str], str]:
    return {(facet.parameter, value.value): value.label for facet in facets for value in facet.values}


def _single(results: SearchResults) -> list[tuple[str, SearchQuery]]:
    query = results.query
    chips: list[tuple[str, SearchQuery]] = []
    if query.near:
        chips.append((_near_words(query, results.near), query.but(near="", radius=SearchQuery().radius)))
    if query.age is not None:
        chips.append((_("%(age)d år") % {"age": query.age}, query.but(age=None)))
    if query.date_from:
        chips.append(
            (
                _("Fra %(date)s") % {"date": full_date(query.date_from)},
                query.but(date_from=None),
            )
        )
    if query.date_to:
        chips.append(
            (
                _("Til %(date)s") % {"date": full_date(query.date_to)},
                query.but(date_to=None),
            )
        )
    return chips


def _near_words(query: SearchQuery, place: NearPlace | None) -> str:
    if place and place.whole:
        return _("I og omkring %(place)s") % {"place": place.name}
    name = _("dig") if POINT.match(query.near) else place.name if place else query.near
    return _("Højst %(km)d km fra %(place)s") % {"km": query.radius, "place": name}
