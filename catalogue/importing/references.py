"""Checks that reach across entries: doubles, and references to entries and terms that are nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .entries import Catalogue, TermEntry
from .problems import Origin, Report
from .values import suggestion


@dataclass(slots=True)
class Known:
    """What the database has already: slugs (also former ones) and the terms by their name in lower case."""

    areas: dict[str, str | None] = field(default_factory=dict)
    """slug → the parent's slug"""
    organisations: set[str] = field(default_factory=set)
    venues: set[str] = field(default_factory=set)
    interests: set[str] = field(default_factory=set)
    target_groups: set[str] = field(default_factory=set)


def check_references(catalogue: Catalogue, known: Known, report: Report) -> None:
    """Tell the report of every double and of every reference that leads nowhere."""
    for entries in (catalogue.areas, catalogue.organisations, catalogue.venues, catalogue.activities):
        _check_doubles(entries, "slug", report)
    for terms in (catalogue.interests, catalogue.target_groups):
        _check_doubles(terms, "name", report)
    _check_areas(catalogue, known, report)
    areas = known.areas.keys() | _slugs(catalogue.areas)
    for venue in catalogue.venues:
        _check(venue.origin, "area", [venue.area], areas, report)
    _check_activities(catalogue, known, areas, report)


def _slugs(entries: Iterable[Any]) -> set[str]:
    return {entry.slug for entry in entries}


def _check_doubles(entries: Iterable[Any], key: str, report: Report) -> None:
    first: dict[str, Origin] = {}
    for entry in entries:
        value = getattr(entry, key)
        earlier = first.setdefault(value.casefold(), entry.origin)
        if value and earlier is not entry.origin:
            where = _("Står også i %(file)s, %(entry)s.") % {"file": earlier.file, "entry": earlier}
            report.problem(entry.origin, key, where)


def _check(origin: Origin, field: str, wanted: Iterable[str | None], there: Collection[str], report: Report) -> None:
    for slug in wanted:
        if slug and slug not in there:
            message = _("»%(slug)s« findes hverken i filerne eller i kataloget.") % {"slug": slug}
            report.problem(origin, field, message + suggestion(slug, there))


def _check_areas(catalogue: Catalogue, known: Known, report: Report) -> None:
    parents: dict[str, str | None] = known.areas | {area.slug: area.parent for area in catalogue.areas}
    for area in catalogue.areas:
        _check(area.origin, "parent", [area.parent], parents, report)
        if area.slug and _in_circle(area.slug, parents):
            report.problem(area.origin, "parent", _("Området er del af sig selv."))


def _in_circle(slug: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    above = parents.get(slug)
    while above and above not in seen:
        if above == slug:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def _check_activities(catalogue: Catalogue, known: Known, areas: Collection[str], report: Report) -> None:
    organisations = known.organisations | _slugs(catalogue.organisations)
    venues = known.venues | _slugs(catalogue.venues)
    interests = known.interests | _names(catalogue.interests)
    target_groups = known.target_groups | _names(catalogue.target_groups)
    for activity in catalogue.activities:
        _check(activity.origin, "organisation", [activity.organisation], organisations, report)
        _check(activity.origin, "venue", [activity.venue], venues, report)
        _check(activity.origin, "areas", sorted(activity.areas), areas, report)
        _check_terms(activity.origin, "interests", activity.interests, interests, report)
        _check_terms(activity.origin, "target_groups", activity.target_groups, target_groups, report)


def _names(terms: Iterable[TermEntry]) -> set[str]:
    return {term.name.casefold() for term in terms}


def _check_terms(origin: Origin, field: str, wanted: Iterable[str], there: set[str], report: Report) -> None:
    for term in sorted(wanted):
        if term.casefold() in there:
            continue
        message = _("»%(term)s« er ikke i ordlisten.") % {"term": term}
        hint = suggestion(term.casefold(), there)
        if not there:
            hint = " " + _("Ordlisten er tom. Giv en fil med ordlisten sammen med de andre filer.")
        report.problem(origin, field, message + hint)
