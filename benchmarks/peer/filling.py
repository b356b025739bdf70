"""The synthetic catalogue as entries of the peer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db import connection, transaction

from ..catalogue import Catalogue
from ..catalogue.entries import ActivityRow
from .models import Entry

BATCH = 1000
HOURS = ((12, "formiddag"), (17, "eftermiddag"), (24, "aften"))


@transaction.atomic
def fill(catalogue: Catalogue) -> int:
    """Replaces what is there; returns how many entries there are."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {Entry._meta.db_table}")  # noqa: S608 - our own table's name
    rows = catalogue.activities()
    while batch := list(islice(_entries(catalogue, rows), BATCH)):
        Entry.objects.bulk_create(batch)
    return Entry.objects.count()


def _entries(catalogue: Catalogue, rows: Iterator[ActivityRow]) -> Iterator[Entry]:
    for row in rows:
        venue = None if row.venue is None else catalogue.venues[row.venue]
        areas = [catalogue.areas[area] for area in row.areas]
        hour = row.schedule.starts_at.hour if row.schedule else None
        yield Entry(
            slug=row.slug,
            title=row.title,
            summary=row.summary,
            description=row.description,
            tags="\n".join((*row.interests, *row.target_groups)),
            place="\n".join((*(area.name for area in areas), *((venue.name, venue.address) if venue else ()))),
            organiser=catalogue.organisations[row.organisation].name,
            schedule_text=row.schedule_text,
            type=row.type,
            character=row.character,
            area=areas[0].slug,
            interest=row.interests[0],
            target_group=row.target_groups[0],
            access=next((feature for feature, holds in row.access.items() if holds), ""),
            weekday=row.schedule.starts_on.strftime("%a") if row.schedule else "",
            time="" if hour is None else next(name for end, name in HOURS if hour < end),
            price="" if row.price is None else ("gratis" if row.price == 0 else str(row.price)),
            delivery=row.delivery[0],
            language=row.languages[-1],
            signup=row.signup,
            referrer=row.referrers[0],
        )
