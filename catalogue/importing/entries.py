"""Checked entries: what the files say, in the catalogue's own types. Others are named by slug, terms by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from .problems import Origin


@dataclass(frozen=True, slots=True)
class AreaEntry:
    origin: Origin
    slug: str
    name: str
    parent: str | None
    postcodes: frozenset[str]
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class OrganisationEntry:
    origin: Origin
    slug: str
    name: str
    kind: str
    summary: str
    phone: str
    email: str
    website: str


@dataclass(frozen=True, slots=True)
class VenueEntry:
    origin: Origin
    slug: str
    name: str
    kind: str
    address: str
    postcode: str
    area: str
    latitude: float | None
    longitude: float | None
    transport: str
    stop_name: str
    stop_metres: int | None
    accessibility: dict[str, bool]


@dataclass(frozen=True, slots=True, order=True)
class ScheduleEntry:
    """A line of a schedule in local Danish time; comparable, so that a changed line can be told from an old one."""

    starts_on: date
    starts_at: time
    minutes: int
    rrule: str
    exdates: tuple[date, ...]
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExceptionEntry:
    """A single date that is cancelled or moved, in local Danish time."""

    original_date: date
    original_time: time | None
    kind: str
    reason: str
    moved_to_date: date | None = None
    moved_to_time: time | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """`values` are the columns of `Activity` by name; the rest refers to other rows."""

    origin: Origin
    slug: str
    values: dict[str, str | int | Decimal | date | tuple[str, ...] | None]
    organisation: str
    venue: str | None
    areas: frozenset[str]
    interests: frozenset[str]
    target_groups: frozenset[str]
    accessibility: dict[str, bool]
    schedules: tuple[ScheduleEntry, ...]
    exceptions: frozenset[ExceptionEntry] | None = None
    """None where the file says nothing of single dates; what there is stays."""


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A vocabulary term; `synonyms` and `english` are None when the file says nothing but the name."""

    origin: Origin
    name: str
    synonyms: tuple[str, ...] | None
    english: str | None = None


@dataclass(slots=True)
class Catalogue:
    """The entries of all files together."""

    interests: list[TermEntry] = field(default_factory=list)
    target_groups: list[TermEntry] = field(default_factory=list)
    areas: list[AreaEntry] = field(default_factory=list)
    organisations: list[OrganisationEntry] = field(default_factory=list)
    venues: list[VenueEntry] = field(default_factory=list)
    activities: list[ActivityEntry] = field(default_factory=list)
