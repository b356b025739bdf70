"""Rows of areas, organisations and venues."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from ...choices import VenueKind
from ...models import Area, AreaPostcode, Organisation, Venue
from ..entries import AreaEntry, OrganisationEntry, VenueEntry
from .base import Rows, read_answers, write_answers


class AreaRows(Rows[AreaEntry, Area]):
    model = Area

    def queryset(self) -> QuerySet:
        return Area.objects.select_related("parent").prefetch_related("postcodes")

    def new(self, entry: AreaEntry) -> Area:
        return Area(slug=entry.slug)

    def read(self, row: Area) -> dict[str, Any]:
        return {
            "name": row.name,
            "latitude": row.latitude,
            "longitude": row.longitude,
            "parent": row.parent.slug if row.parent else None,
            "postcodes": {postcode.code for postcode in row.postcodes.all()},
        }

    def want(self, entry: AreaEntry) -> dict[str, Any]:
        return {
            "name": entry.name,
            "latitude": entry.latitude,
            "longitude": entry.longitude,
            "parent": self.referred(Area, entry.parent) if entry.parent else None,
            "postcodes": set(entry.postcodes),
        }

    def write(self, row: Area, name: str, value: Any) -> None:
        if name == "parent":
            row.parent = self.registry.get(Area, value) if value else None
        elif name == "postcodes":
            present = {postcode.code: postcode for postcode in row.postcodes.all()} if row.pk else {}
            row.postcodes.set([present.get(code) or AreaPostcode(code=code) for code in sorted(value)])
        else:
            super().write(row, name, value)


class OrganisationRows(Rows[OrganisationEntry, Organisation]):
    model = Organisation
    columns = ("name", "kind", "summary", "phone", "email", "website")

    def queryset(self) -> QuerySet:
        return Organisation.objects.all()

    def new(self, entry: OrganisationEntry) -> Organisation:
        return Organisation(slug=entry.slug)

    def read(self, row: Organisation) -> dict[str, Any]:
        return {name: getattr(row, name) for name in self.columns}

    def want(self, entry: OrganisationEntry) -> dict[str, Any]:
        return {name: getattr(entry, name) for name in self.columns}


class VenueRows(Rows[VenueEntry, Venue]):
    model = Venue
    columns = ("name", "kind", "address", "postcode", "latitude", "longitude", "transport", "stop_name", "stop_metres")

    def queryset(self) -> QuerySet:
        return Venue.objects.select_related("area").prefetch_related("accessibility_answers")

    def new(self, entry: VenueEntry) -> Venue:
        return Venue(slug=entry.slug, is_centre=entry.kind == VenueKind.ACTIVITY_CENTRE)

    def read(self, row: Venue) -> dict[str, Any]:
        columns: dict[str, Any] = {name: getattr(row, name) for name in self.columns}
        return columns | {"area": row.area.slug, "accessibility": read_answers(row)}

    def want(self, entry: VenueEntry) -> dict[str, Any]:
        columns: dict[str, Any] = {name: getattr(entry, name) for name in self.columns}
        return columns | {"area": self.referred(Area, entry.area), "accessibility": entry.accessibility}

    def write(self, row: Venue, name: str, value: Any) -> None:
        if name == "area":
            row.area = self.registry.get(Area, value)
        elif name == "accessibility":
            write_answers(row, value)
        else:
            super().write(row, name, value)
