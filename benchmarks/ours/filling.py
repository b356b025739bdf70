"""Puts a synthetic catalogue into the portal's database, by the thousand."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Site

from catalogue.models import (
    Activity,
    ActivityAccessibility,
    ActivityInterest,
    ActivityTargetGroup,
    Area,
    AreaPostcode,
    Interest,
    Organisation,
    Schedule,
    TargetGroup,
    Venue,
    VenueAccessibility,
)
from catalogue.slugs import danish_slug
from home.models import BasePage, FrontPage

from ..catalogue import Catalogue
from ..catalogue.entries import ActivityRow

BATCH = 2000
VOCABULARY = Path(settings.BASE_DIR) / "home" / "demo" / "data" / "vocabulary.json"


class Filling:
    """The rows that activities point to, by their numbers in the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.now = datetime.datetime.now(datetime.UTC)
        self.shown = {"live": True, "first_published_at": self.now, "last_published_at": self.now}

    @transaction.atomic
    def fill(self) -> int:
        """Everything, in one transaction; returns how many activities there are."""
        self._front_page()
        self._vocabularies()
        self._places()
        count = 0
        for batch in _batches(self.catalogue.activities()):
            self.add(batch)
            count += len(batch)
        return count

    def look_up(self) -> None:
        """What `add` needs, where the catalogue is in the database already."""
        for name, model, rows in (
            ("areas", Area, self.catalogue.areas),
            ("venues", Venue, self.catalogue.venues),
            ("organisations", Organisation, self.catalogue.organisations),
        ):
            by_slug = dict(model._default_manager.order_by().values_list("slug", "pk"))
            setattr(self, name, [by_slug[row.slug] for row in rows])
        self._know_words()

    def _front_page(self) -> None:
        site = Site.objects.get(is_default_site=True)
        site.root_page = BasePage.get_first_root_node().add_child(
            instance=FrontPage(title="Forside", slug="forside", introduction="Skriv, hvad du savner.")
        )
        site.save()

    def _vocabularies(self) -> None:
        words = json.loads(VOCABULARY.read_text(encoding="utf-8"))
        for model, terms in ((Interest, words["interests"]), (TargetGroup, words["target_groups"])):
            model.objects.bulk_create(model(slug=danish_slug(term["name"]), **term) for term in terms)
        self._know_words()

    def _know_words(self) -> None:
        self.interests = dict(Interest.objects.values_list("name", "pk"))
        self.groups = dict(TargetGroup.objects.values_list("name", "pk"))

    def _places(self) -> None:
        self.areas: list[int] = []
        by_slug: dict[str, Area] = {}
        for row in self.catalogue.areas:
            parent = by_slug.get(row.parent or "")
            area = Area(slug=row.slug, name=row.name, parent=parent, latitude=row.latitude, longitude=row.longitude)
            Area.objects.bulk_create([area])
            by_slug[row.slug] = area
            self.areas.append(area.pk)
        AreaPostcode.objects.bulk_create(
            AreaPostcode(area_id=pk, code=row.postcode)
            for pk, row in zip(self.areas, self.catalogue.areas, strict=True)
        )
        venues = [
            Venue(
                slug=row.slug,
                name=row.name,
                kind=row.kind,
                address=row.address,
                postcode=row.postcode,
                area=by_slug[row.area],
                latitude=row.latitude,
                longitude=row.longitude,
                **self.shown,
            )
            for row in self.catalogue.venues
        ]
        self.venues = [venue.pk for venue in Venue.objects.bulk_create(venues, batch_size=BATCH)]
        VenueAccessibility.objects.bulk_create(
            VenueAccessibility(venue_id=pk, feature=feature, holds=holds)
            for pk, row in zip(self.venues, self.catalogue.venues, strict=True)
            for feature, holds in row.access.items()
        )
        organisations = [
            Organisation(slug=row.slug, name=row.name, kind=row.kind, **self.shown)
            for row in self.catalogue.organisations
        ]
        self.organisations = [row.pk for row in Organisation.objects.bulk_create(organisations, batch_size=BATCH)]

    def add(self, rows: list[ActivityRow]) -> None:
        """Activities with all that hangs on them, in nine queries for every batch."""
        made = Activity.objects.bulk_create(map(self._activity, rows), batch_size=BATCH)
        pairs = [(activity.pk, row) for activity, row in zip(made, rows, strict=True)]
        interests, groups, areas = self.interests, self.groups, self.areas
        _insert(
            Activity.areas.through,
            "activity",
            "area",
            rows=((pk, areas[one]) for pk, row in pairs for one in row.areas),
        )
        for model, pks, names in (
            (ActivityInterest, interests, "interests"),
            (ActivityTargetGroup, groups, "target_groups"),
        ):
            links = ((pk, pks[name]) for pk, row in pairs for name in getattr(row, names))
            _insert(model, "content_object", "tag", rows=links)
        answers = ((pk, feature, holds, "") for pk, row in pairs for feature, holds in row.access.items())
        _insert(ActivityAccessibility, "activity", "feature", "holds", "note", rows=answers)
        schedules = (
            (pk, str(one.starts_on), str(one.starts_at), one.minutes, one.rrule, "", "")
            for pk, row in pairs
            if (one := row.schedule)
        )
        columns = ("activity", "starts_on", "starts_at", "minutes", "rrule", "exdates", "not_in")
        _insert(Schedule, *columns, rows=schedules)

    def _activity(self, row: ActivityRow) -> Activity:
        return Activity(
            uuid=row.uuid,
            slug=row.slug,
            title=row.title,
            summary=row.summary,
            description=row.description,
            type=row.type,
            character=row.character,
            organisation_id=self.organisations[row.organisation],
            venue_id=None if row.venue is None else self.venues[row.venue],
            delivery=row.delivery,
            age_min=row.age_min,
            schedule_text=row.schedule_text,
            price_dkk=row.price,
            price_text="Gratis" if row.price == 0 else "",
            signup=row.signup,
            referrers=row.referrers,
            languages=row.languages,
            contact_name="Koordinatoren",
            contact_phone="00 12 34 56",
            verified_on=row.verified_on,
            status=row.status,
            **self.shown,
        )


def _insert(model: type[Model], *fields: str, rows: Iterable[tuple]) -> None:
    """Rows by the hundred thousand: without an object each, which would take most of a run's time."""
    columns = ", ".join(f'"{model._meta.get_field(field).column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})', list(rows))  # noqa: S608


def _batches(rows: Iterator[ActivityRow]) -> Iterator[list[ActivityRow]]:
    while batch := list(islice(rows, BATCH)):
        yield batch
