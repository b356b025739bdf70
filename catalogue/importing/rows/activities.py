"""Rows of activities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from ...models import (
    Activity,
    ActivityInterest,
    ActivityTargetGroup,
    Area,
    DateException,
    Interest,
    Organisation,
    Schedule,
    TargetGroup,
    Venue,
)
from ..entries import ActivityEntry, ExceptionEntry, ScheduleEntry
from .base import Registry, Rows, read_answers, write_answers

# The columns that files may fill; the last four only when they mention them.
COLUMNS = (
    "title",
    "summary",
    "description",
    "type",
    "character",
    "delivery",
    "age_min",
    "age_max",
    "schedule_text",
    "price_dkk",
    "price_text",
    "signup",
    "referrers",
    "capacity",
    "places_left",
    "languages",
    "contact_name",
    "contact_phone",
    "contact_email",
    "verified_on",
    "status",
    "first_visit",
    "status_note",
    "verified_by",
    "paused_until",
)


class ActivityRows(Rows[ActivityEntry, Activity]):
    model = Activity

    def __init__(self, registry: Registry) -> None:
        super().__init__(registry)
        self.writers: dict[str, Callable[[Activity, Any], None]] = {
            "organisation": self._write_organisation,
            "venue": self._write_venue,
            "areas": self._write_areas,
            "interests": self._write_interests,
            "target_groups": self._write_target_groups,
            "accessibility": write_answers,
            "schedules": self._write_schedules,
            "exceptions": self._write_exceptions,
        }

    def queryset(self) -> QuerySet:
        return Activity.objects.select_related("organisation", "venue").prefetch_related(
            "areas",
            "interest_links__tag",
            "target_group_links__tag",
            "accessibility_answers",
            "schedules",
            "date_exceptions",
        )

    def new(self, entry: ActivityEntry) -> Activity:
        return Activity(slug=entry.slug)

    def read(self, row: Activity) -> dict[str, Any]:
        return {name: getattr(row, name) for name in COLUMNS} | {
            "organisation": row.organisation.slug,
            "venue": row.venue.slug if row.venue else None,
            "areas": {area.slug for area in row.areas.all()},
            "interests": {link.tag.name.casefold() for link in row.interest_links.all()},
            "target_groups": {link.tag.name.casefold() for link in row.target_group_links.all()},
            "accessibility": read_answers(row),
            "schedules": tuple(sorted(_schedule_entry(line) for line in row.schedules.all())),
            "exceptions": frozenset(exception_entry(line) for line in row.date_exceptions.all()),
        }

    def want(self, entry: ActivityEntry) -> dict[str, Any]:
        exceptions = {} if entry.exceptions is None else {"exceptions": entry.exceptions}
        return (
            entry.values
            | exceptions
            | {
                "organisation": self.referred(Organisation, entry.organisation),
                "venue": self.referred(Venue, entry.venue) if entry.venue else None,
                "areas": {self.referred(Area, slug) for slug in entry.areas},
                "interests": {name.casefold() for name in entry.interests},
                "target_groups": {name.casefold() for name in entry.target_groups},
                "accessibility": entry.accessibility,
                "schedules": entry.schedules,
            }
        )

    def write(self, row: Activity, name: str, value: Any) -> None:
        writer = self.writers.get(name)
        if writer:
            writer(row, value)
        else:
            super().write(row, name, value)

    def _write_organisation(self, row: Activity, slug: str) -> None:
        row.organisation = self.registry.get(Organisation, slug)

    def _write_venue(self, row: Activity, slug: str | None) -> None:
        row.venue = self.registry.get(Venue, slug) if slug else None

    def _write_areas(self, row: Activity, slugs: set[str]) -> None:
        row.areas = [self.registry.get(Area, slug) for slug in sorted(slugs)]

    def _write_interests(self, row: Activity, names: set[str]) -> None:
        present = {link.tag.name.casefold(): link for link in row.interest_links.all()} if row.pk else {}
        row.interest_links.set(
            [present.get(name) or ActivityInterest(tag=self.registry.get(Interest, name)) for name in sorted(names)]
        )

    def _write_target_groups(self, row: Activity, names: set[str]) -> None:
        present = {link.tag.name.casefold(): link for link in row.target_group_links.all()} if row.pk else {}
        row.target_group_links.set(
            [
                present.get(name) or ActivityTargetGroup(tag=self.registry.get(TargetGroup, name))
                for name in sorted(names)
            ]
        )

    def _write_schedules(self, row: Activity, wanted: tuple[ScheduleEntry, ...]) -> None:
        present = {_schedule_entry(line): line for line in row.schedules.all()} if row.pk else {}
        row.schedules.set([present.get(entry) or _schedule_row(entry) for entry in wanted])

    def _write_exceptions(self, row: Activity, wanted: frozenset[ExceptionEntry]) -> None:
        present = {exception_entry(line): line for line in row.date_exceptions.all()} if row.pk else {}
        row.date_exceptions.set(
            [
                present.get(entry) or DateException(**{name: getattr(entry, name) for name in EXCEPTION})
                for entry in sorted(wanted, key=lambda entry: (entry.original_date, str(entry.original_time)))
            ]
        )


EXCEPTION = ("original_date", "original_time", "kind", "reason", "moved_to_date", "moved_to_time", "minutes")


def exception_entry(line: DateException) -> ExceptionEntry:
    return ExceptionEntry(*(getattr(line, name) for name in EXCEPTION))


def _schedule_entry(line: Schedule) -> ScheduleEntry:
    return ScheduleEntry(
        line.starts_on,
        line.starts_at,
        line.minutes,
        line.rrule,
        tuple(line.exdates),  # type: ignore[arg-type]  # a field of our own
        tuple(line.not_in),  # type: ignore[arg-type]
    )


def _schedule_row(entry: ScheduleEntry) -> Schedule:
    return Schedule(
        starts_on=entry.starts_on,
        starts_at=entry.starts_at,
        minutes=entry.minutes,
        rrule=entry.rrule,
        exdates=entry.exdates,  # type: ignore[misc]
        not_in=entry.not_in,  # type: ignore[misc]
    )
