"""The documents of the contract as rows of the catalogue, for an engine that reads from there."""

from __future__ import annotations

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Model

from catalogue.choices import AccessibilityFeature
from catalogue.models import Activity, ActivityAccessibility, ActivityInterest, Area, Interest, Schedule, Venue
from search.documents import IndexDocument
from search.schema import NO_AGE_MAX, KeywordField, NumberField, TextField
from tests.factories.catalogue import AreaFactory, InterestFactory, OrganisationFactory, VenueFactory

from .documents import KOMMUNE

PRICES = {"gratis": Decimal(0), "op-til-50": Decimal(40), "over-50": Decimal("50.50"), "ukendt": None}
CLOCKS = {"formiddag": datetime.time(10), "eftermiddag": datetime.time(14), "aften": datetime.time(19)}


def write(documents: Iterable[IndexDocument]) -> int:
    """Replaces the activities of the catalogue by those that the documents describe; returns how many."""
    Activity.objects.all().delete()
    writer = _Writer()
    for document in documents:
        writer.add(document)
    return writer.write()


class _Writer:
    """Rows are gathered and written together: the factories would save each activity several times."""

    def __init__(self) -> None:
        self.organisation = OrganisationFactory()
        self.areas: dict[str, Area] = {}
        self.venues: dict[str, Venue] = {}
        self.terms: dict[str, Interest] = {}
        self.activities: list[Activity] = []
        self.rows: dict[type[Model], list[Model]] = defaultdict(list)

    def add(self, document: IndexDocument) -> None:
        activity = Activity(
            uuid=uuid.UUID(document.id.partition(":")[2]),
            slug=f"aktivitet-{len(self.activities)}",
            title=document.text[TextField.TITLE],
            summary=document.text.get(TextField.SUMMARY, ""),
            description=document.text.get(TextField.BODY, ""),
            organisation=self.organisation,
            venue=self.venue(document),
            **_columns(document),
        )
        self.activities.append(activity)
        self.add_areas(activity, document)
        for name in document.keywords.get(KeywordField.INTEREST, ()):
            self.rows[ActivityInterest].append(ActivityInterest(tag=self.interest(name), content_object=activity))
        for field, answer in ((KeywordField.ACCESS_YES, True), (KeywordField.ACCESS_NO, False)):
            for feature in document.keywords.get(field, ()):
                if feature not in AccessibilityFeature.values:
                    continue  # a profile, which follows from the features
                row = ActivityAccessibility(activity=activity, feature=feature, holds=answer)
                self.rows[ActivityAccessibility].append(row)
        clock = CLOCKS[document.keywords.get(KeywordField.TIME, ("formiddag",))[0]]
        for day in document.numbers.get(NumberField.DATE, ()):
            starts_on = datetime.date.fromisoformat(str(day))
            self.rows[Schedule].append(
                Schedule(activity=activity, starts_on=starts_on, starts_at=clock, minutes=60, rrule="")
            )

    def write(self) -> int:
        """Writes all that was added; returns how many activities."""
        Activity.objects.bulk_create(self.activities)
        for model, rows in self.rows.items():
            model._default_manager.bulk_create(rows)
        return len(self.activities)

    def add_areas(self, activity: Activity, document: IndexDocument) -> None:
        served = Activity.areas.through
        for slug in document.keywords.get(KeywordField.AREA, ()):
            if slug in KOMMUNE:
                self.rows[served].append(served(activity=activity, area=self.area(slug)))

    def interest(self, name: str) -> Interest:
        if name not in self.terms:
            self.terms[name] = InterestFactory(name=name)
        return self.terms[name]

    def area(self, slug: str) -> Area:
        if slug not in self.areas:
            parent = self.area(KOMMUNE[slug]) if slug in KOMMUNE else None
            self.areas[slug] = Area.objects.filter(slug=slug).first() or AreaFactory(slug=slug, parent=parent)
        return self.areas[slug]

    def venue(self, document: IndexDocument) -> Venue | None:
        if document.location is None:
            return None
        (town,) = set(document.keywords[KeywordField.VENUE_AREA]) & KOMMUNE.keys()
        if town not in self.venues:
            latitude, longitude = document.location
            self.venues[town] = VenueFactory(area=self.area(town), latitude=latitude, longitude=longitude)
        return self.venues[town]


def _columns(document: IndexDocument) -> dict[str, Any]:
    """The columns of the activity's own row."""

    def one(field: KeywordField, default: str) -> str:
        return document.keywords.get(field, (default,))[0]

    age_min, age_max = document.numbers[NumberField.AGE_MIN][0], document.numbers[NumberField.AGE_MAX][0]
    verified = document.numbers[NumberField.VERIFIED][0]
    return {
        "type": one(KeywordField.TYPE, "relationel"),
        "character": one(KeywordField.CHARACTER, "faellesskab"),
        "signup": one(KeywordField.SIGNUP, "ingen"),
        "status": one(KeywordField.STATUS, "aktiv"),
        "price_dkk": PRICES[one(KeywordField.PRICE, "gratis")],
        "delivery": document.keywords.get(KeywordField.DELIVERY, ("fremmoede",)),
        "languages": document.keywords.get(KeywordField.LANGUAGE, ("da",)),
        "referrers": document.keywords.get(KeywordField.REFERRER, ()),
        "age_min": age_min or None,
        "age_max": None if age_max == NO_AGE_MAX else age_max,
        "verified_on": datetime.date.fromisoformat(str(verified)) if verified else None,
    }
