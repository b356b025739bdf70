"""The results page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalogue.choices import ActivityType
from catalogue.presenters.card import Card, card_of
from catalogue.presenters.doors import DOORS
from catalogue.presenters.paging import Paging, paging
from catalogue.queries.areas import Kommune

from ..choices import Sort
from ..profiles import features_of
from ..query import SearchQuery
from ..results import Hit, Reading, SearchResults, Section
from .addresses import Addresses
from .chips import ChipLink, chosen, corrections, understood
from .facets import FacetGroup, facet_groups
from .fields import Fields, Problem, fields_of, notices_of, problems_of
from .ways_on import Way, WaysOn, areas_meant, ways_on


@dataclass(frozen=True, slots=True)
class SortLink:
    """One order of the results."""

    words: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CardSection:
    """Cards under one heading; one that only names the list is for screen readers alone."""

    heading: str
    explanation: str
    cards: list[Card]
    heading_hidden: bool


@dataclass(frozen=True, slots=True)
class ResultsPage:
    """Everything the results page shows."""

    title: str
    heading: str
    explanation: str
    address: str
    text: str
    hidden: list[tuple[str, str]]
    noindex: bool
    problems: list[Problem]
    notices: list[str]
    areas_meant: list[Way]
    understood: list[ChipLink]
    corrections: list[ChipLink]
    chosen: list[ChipLink]
    clear_address: str
    degraded: bool
    facets: list[FacetGroup]
    fields: Fields
    count_words: str
    sorts: list[SortLink]
    sections: list[CardSection]
    ways_on: WaysOn | None
    readings: tuple[Reading, ...]
    paging: Paging


def results_page(
    results: SearchResults,
    now: datetime,
    kommuner: Iterable[Kommune],
    *,
    part: ActivityType | None = None,
    names: Mapping[str, str] | None = None,
) -> ResultsPage:
    """The page of an answer; `part` when it is one of the three parts' own page; `names` as in `chips.chosen`."""
    query, addresses = results.query, Addresses(part)
    hidden = frozenset({"type"}) if part else frozenset[str]()
    heading = str(DOORS[part].label) if part else _("Find noget at være med til")
    chips = chosen(results, addresses, names or {}, hidden)
    return ResultsPage(
        title=f"{query.text} – {heading}" if query.text else heading,
        heading=heading,
        explanation=str(DOORS[part].explanation) if part else "",
        address=addresses.page,
        text=query.text,
        hidden=_hidden(query),
        noindex=not query.but(types=()).is_empty or query.page > 1,
        problems=problems_of(query),
        notices=notices_of(query),
        areas_meant=areas_meant(results, addresses),
        understood=understood(results, addresses),
        corrections=corrections(results.corrections, addresses),
        chosen=chips,
        clear_address=addresses.of(SearchQuery(text=query.text)) if chips else "",
        degraded=results.degraded,
        facets=facet_groups(results.facets, kommuner, hidden),
        fields=fields_of(query),
        count_words=count_words(results),
        sorts=_sorts(results, addresses),
        sections=[_section(section, query, now) for section in results.sections],
        ways_on=ways_on(results, addresses),
        readings=results.readings,
        paging=paging(
            query.page,
            results.pages,
            lambda number: addresses.of(query.but(page=number)),
        ),
    )


def count_words(results: SearchResults) -> str:
    """How many were found, and honestly whether they are what was asked for."""
    total, query = results.total, results.query
    if not total:
        return _("Vi fandt ikke noget, der passer på det hele")
    if not results.fits_exactly:
        words = ngettext(
            "Vi fandt ikke lige det. Her er 1, der ligner",
            "Vi fandt ikke lige det. Her er %(n)d, der ligner",
            total,
        )
    elif query.is_empty:
        words = ngettext("1 aktivitet", "%(total)s aktiviteter", total)
    else:
        words = ngettext("Vi fandt 1 aktivitet", "Vi fandt %(n)d aktiviteter", total)
    if query.page > 1:
        words += _(" – side %(page)d af %(pages)d") % {
            "page": query.page,
            "pages": results.pages,
        }
    return words % {"n": total, "total": total}


def _hidden(query: SearchQuery) -> list[tuple[str, str]]:
    """What the form has no visible field for, so that a new search keeps it."""
    return [(name, value) for name, value in query.parameters() if name in ("arrangoer", "sorter")]


def _section(section: Section, query: SearchQuery, now: datetime) -> CardSection:
    cards = [_card(hit, query, now) for hit in section.hits]
    heading = section.heading or _("Aktiviteter")
    return CardSection(heading, section.explanation, cards, heading_hidden=not section.heading)


def _card(hit: Hit, query: SearchQuery, now: datetime) -> Card:
    return card_of(
        hit.item,
        now,
        distance_km=hit.distance_km,
        asked=features_of(query.accessibility),
        highlights=hit.highlights,
        reasons=hit.reasons,
    )


def _sorts(results: SearchResults, addresses: Addresses) -> list[SortLink]:
    if results.total < 2:
        return []
    measured = any(hit.distance_km is not None for hit in results.hits)
    orders = [sort for sort in Sort if sort != Sort.DISTANCE or measured]
    query = results.query
    return [
        SortLink(
            str(sort.label),
            addresses.of(query.but(sort=sort.value)),
            sort == query.sort,
        )
        for sort in orders
    ]
