"""The catalogue's tables as plain rows, one query each.

Columns are read as the text or number that is stored: turning ten thousand of them into Python's dates, decimals and
UUIDs would take longer than everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.db.models import FloatField, IntegerField, Model, TextField
from django.db.models.functions import Cast, Coalesce, TruncDate

from catalogue.models import Activity, Area, Schedule, Venue


class Entry(NamedTuple):
    """What an activity's own row says; the sets of choices are as stored: ",a,b,"."""

    pk: int
    type: str
    character: str
    status: str
    signup: str
    age_min: int | None
    age_max: int | None
    organisation: int
    venue: int | None
    uuid: str
    delivery: str
    languages: str
    referrers: str
    right_since: str | None
    price: float | None


class Place(NamedTuple):
    """A venue."""

    pk: int
    slug: str
    name: str
    kind: str
    address: str
    postcode: str
    area: int
    latitude: float | None
    longitude: float | None


class Region(NamedTuple):
    """An area."""

    pk: int
    slug: str
    name: str
    parent: int | None


class Rule(NamedTuple):
    """A line of a schedule; date and time are ISO 8601."""

    activity: int
    rrule: str
    starts_on: str
    starts_at: str


def entries() -> Iterator[Entry]:
    """All that citizens may find."""
    columns = ("pk", "type", "character", "status", "signup", "age_min", "age_max", "organisation_id", "venue_id")
    stored = _as_text("uuid", "delivery", "languages", "referrers")
    since = Cast(Coalesce("verified_on", TruncDate("first_published_at")), TextField())
    price = Cast("price_dkk", FloatField())
    return map(Entry._make, Activity.objects.published().order_by().values_list(*columns, *stored, since, price))


def texts(columns: Iterable[str]) -> Iterator[tuple]:
    """Activity and its texts in those columns."""
    return Activity.objects.published().order_by().values_list("pk", *columns).iterator(chunk_size=2000)


def places() -> dict[int, Place]:
    """All venues by their number."""
    columns = ("pk", "slug", "name", "kind", "address", "postcode", "area_id", "latitude", "longitude")
    return {row[0]: Place._make(row) for row in Venue.objects.order_by().values_list(*columns)}


def regions() -> dict[int, Region]:
    """All areas by their number."""
    rows = Area.objects.without_tree_fields().order_by().values_list("pk", "slug", "name", "parent_id")
    return {row[0]: Region._make(row) for row in rows}


def rules() -> Iterator[Rule]:
    """All lines of all schedules."""
    rows = Schedule.objects.order_by().values_list("activity_id", "rrule", *_as_text("starts_on", "starts_at"))
    return map(Rule._make, rows)


def slugs_and_names(model: type[Model]) -> dict[int, tuple[str, str]]:
    """Slug and name of all rows of a table by their number."""
    return {pk: (slug, name) for pk, slug, name in model._default_manager.order_by().values_list("pk", "slug", "name")}


def pairs(model: type[Model], one: str, other: str) -> Iterable[tuple[int, int]]:
    """A table that joins two others."""
    return model._default_manager.order_by().values_list(one, other)


def answers(model: type[Model], owner: str) -> Iterable[tuple[int, str, int]]:
    """Answers about accessibility: whose, the feature, and 1 for yes or 0 for no."""
    return model._default_manager.order_by().values_list(owner, "feature", Cast("holds", IntegerField()))


@lru_cache(maxsize=1000)
def choices(stored: str) -> tuple[str, ...]:
    """The values of a stored set."""
    return tuple(part for part in stored.split(",") if part)


def _as_text(*columns: str) -> tuple[Cast, ...]:
    return tuple(Cast(column, TextField()) for column in columns)
