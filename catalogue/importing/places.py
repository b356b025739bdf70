"""Areas, organisations and venues of the exchange format."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ..choices import AccessibilityFeature, OrganisationKind, VenueKind
from ..models.venue import MOST_METRES
from . import values
from .entries import AreaEntry, OrganisationEntry, VenueEntry
from .entry import EntryReader, nested


def read_area(entry: EntryReader) -> AreaEntry:
    return AreaEntry(
        origin=entry.origin,
        slug=entry.need("slug", values.slug, ""),
        name=entry.need("name", values.text(120, required=True), ""),
        parent=entry.take("parent", values.slug, None, null=True),
        postcodes=frozenset(entry.many("postcodes", values.postcode)),
        latitude=entry.need("lat", values.degrees("lat"), 0.0),
        longitude=entry.need("lon", values.degrees("lon"), 0.0),
    )


def read_organisation(entry: EntryReader) -> OrganisationEntry:
    return OrganisationEntry(
        origin=entry.origin,
        slug=entry.need("slug", values.slug, ""),
        name=entry.need("name", values.text(200, required=True), ""),
        kind=entry.need("kind", values.choice(OrganisationKind.values), ""),
        summary=entry.take("summary", values.text(2000, lines=True), ""),
        phone=entry.take("phone", values.phone, ""),
        email=entry.take("email", values.email, ""),
        website=entry.take("web", values.web, ""),
    )


def read_venue(entry: EntryReader, *, needs_point: bool = True) -> VenueEntry:
    """`needs_point` says whether the place must be on the map; a half of a point is refused always."""
    stop = entry.take("stop_name", values.text(100), "")
    metres = entry.take("stop_metres", values.whole_number(1, MOST_METRES), None, null=True)
    if bool(stop) != (metres is not None):
        entry.problem("stop_metres", _("Skriv både stoppestedet og afstanden, eller lad begge stå tomme."))
    latitude, longitude = _point(entry, needed=needs_point)
    return VenueEntry(
        origin=entry.origin,
        slug=entry.need("slug", values.slug, ""),
        name=entry.need("name", values.text(200, required=True), ""),
        kind=entry.need("kind", values.choice(VenueKind.values), ""),
        address=entry.take("address", values.text(200), ""),
        postcode=entry.need("postcode", values.postcode, ""),
        area=entry.need("area", values.slug, ""),
        latitude=latitude,
        longitude=longitude,
        transport=entry.take("transport", values.text(2000, lines=True), ""),
        stop_name=stop,
        stop_metres=metres,
        accessibility=read_accessibility(entry),
    )


def _point(entry: EntryReader, *, needed: bool) -> tuple[float | None, float | None]:
    axes = ("lat", "lon")
    entry.taken.update(axes)
    if not needed and all(entry.raw.get(axis) is None for axis in axes):
        return None, None
    latitude, longitude = (entry.need(axis, values.degrees(axis), None) for axis in axes)
    return latitude, longitude


def read_accessibility(entry: EntryReader) -> dict[str, bool]:
    """Feature → answer; an absent feature is not known."""
    answers = nested(entry, "accessibility")
    if answers is None:
        return {}
    found = {
        feature: answers.need(feature, values.yes_or_no, False)
        for feature in AccessibilityFeature.values
        if feature in answers.raw
    }
    answers.taken.update(AccessibilityFeature.values)
    answers.finish()
    return found
