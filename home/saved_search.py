"""A search that an editor has saved by its address, and the activities that it finds now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.models import Activity
from catalogue.presenters.card import Card, card_of
from catalogue.presenters.listing import Coming, coming
from search.picking import Picked, pick
from search.presenters.addresses import Addresses
from search.profiles import features_of
from search.query import PARAMETERS, SearchQuery

MAX_LENGTH = 600
# The soonest dates are chosen among so many.
AMONG = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a saved search finds, as cards or as coming dates; how many there are in all, and where they are."""

    cards: list[Card]
    coming: list[Coming]
    total: int
    address: str


def read_address(text: str) -> SearchQuery:
    """The question in an address copied from the results page, or in its query string alone.

    Raises `ValidationError` for an address of another page, and for one that asks nothing or something unknown.
    """
    address = urlsplit(text.strip())
    if "=" in address.path and not address.query:
        address = address._replace(path="", query=address.path)
    parameters = parse_qs(address.query)
    if address.path:
        parameters |= _part_in(address.path)
    query = SearchQuery.parse(parameters)
    strange = [item.value for item in query.ignored] + sorted(parameters.keys() - PARAMETERS.keys())
    if strange:
        raise ValidationError(_("Det her kan vi ikke søge efter: %(words)s.") % {"words": ", ".join(strange)})
    if query.but().is_empty and query.sort == SearchQuery().sort:
        raise ValidationError(_("Adressen søger ikke efter noget. Søg først, og kopiér så adressen."))
    return query.but()


def check_address(text: str) -> None:
    """The validator of fields that hold a saved search."""
    read_address(text)


def normal_address(text: str) -> str:
    """The query string to store, the same for every way to write the question; raises as `read_address` does."""
    return read_address(text).urlencode()


def question(saved: str) -> SearchQuery:
    """The question of a saved search; one that no longer can be read asks for all."""
    return SearchQuery.parse(parse_qs(saved))


def found(saved: str, now: datetime, limit: int) -> Found:
    """What a saved search finds at `now`: the first `limit`, as cards."""
    query = question(saved)
    picked = pick(query, limit)
    activities = Activity.objects.published().for_card().in_bulk(picked.distances, field_name="uuid")
    return found_of(query, picked, activities, now)


def found_of(query: SearchQuery, picked: Picked, activities: Mapping[UUID, Activity], now: datetime) -> Found:
    """The cards of those picked that are among the activities, as they came `for_card()`."""
    asked = features_of(query.accessibility)
    shown = [(activities[key], km) for key, km in picked.distances.items() if key in activities]
    return Found(
        cards=[card_of(activity, now, distance_km=km, asked=asked) for activity, km in shown],
        coming=[],
        total=picked.total,
        address=Addresses().of(query),
    )


def soon(saved: str, now: datetime, limit: int) -> Found:
    """The first `limit` dates of what a saved search finds at `now`, chosen among its first activities."""
    query = question(saved)
    picked = pick(query, AMONG)
    activities = Activity.objects.published().for_dates().in_bulk(picked.distances, field_name="uuid")
    among = [activities[key] for key in picked.distances if key in activities]
    return Found(cards=[], coming=coming(among, now, limit), total=picked.total, address=Addresses().of(query))


def _part_in(path: str) -> dict[str, list[str]]:
    """The part of the catalogue that a page of results is about, as a parameter, if any."""
    with override("en" if path.startswith("/en/") else "da"):
        try:
            match = resolve(path)
        except Resolver404:
            match = None
    if match is None or match.view_name not in ("search:results", "search:part"):
        raise ValidationError(_("Det er ikke en adresse fra »Find noget«. Søg dér, og kopiér adressen øverst."))
    part = match.kwargs.get("part")
    return {"type": [part.value]} if part else {}
