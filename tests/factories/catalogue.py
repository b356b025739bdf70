"""Catalogue entries for tests: valid by default, each the smallest thing that can stand alone."""

from __future__ import annotations

import datetime
from decimal import Decimal

import factory

from catalogue.choices import (
    ActivityType,
    Character,
    Delivery,
    Language,
    OrganisationKind,
    Referrer,
    SignUp,
    VenueKind,
)
from catalogue.models import (
    Activity,
    ActivityAccessibility,
    Area,
    AreaPostcode,
    DateException,
    HolidayCalendar,
    HolidaySpan,
    Interest,
    Organisation,
    Responsibility,
    Schedule,
    TargetGroup,
    Venue,
    VenueAccessibility,
)


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Område {n}")
    slug = factory.Sequence(lambda n: f"omraade-{n}")
    latitude = 55.3
    longitude = 11.1

    @factory.post_generation
    def postcodes(self, create: bool, extracted: list[str] | None, **kwargs: object) -> None:
        for code in extracted or []:
            AreaPostcode.objects.create(area=self, code=code)


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Forening {n}")
    slug = factory.Sequence(lambda n: f"forening-{n}")
    kind = OrganisationKind.ASSOCIATION
    summary = "En forening."
    phone = "00 11 22 33"
    email = "post@forening.example"


class VenueFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Venue
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Huset {n}")
    slug = factory.Sequence(lambda n: f"huset-{n}")
    kind = VenueKind.CULTURE_HOUSE
    address = "Gaden 1"
    postcode = "4220"
    area = factory.SubFactory(AreaFactory)
    latitude = 55.33
    longitude = 11.14
    transport = "Bussen standser ved døren."

    @factory.post_generation
    def accessibility(self, create: bool, extracted: dict[str, bool] | None, **kwargs: object) -> None:
        for feature, holds in (extracted or {}).items():
            VenueAccessibility.objects.create(venue=self, feature=feature, holds=holds)


class InterestFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Interest
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"interesse {n}")


class TargetGroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TargetGroup
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"målgruppe {n}")


class ActivityFactory(factory.django.DjangoModelFactory):
    """A live, free, weekly activity; pass `areas`, `interests`, `target_groups` (lists), `accessibility` (a dict)."""

    class Meta:
        model = Activity
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Aktivitet {n}")
    slug = factory.Sequence(lambda n: f"aktivitet-{n}")
    summary = "Kom og vær med."
    description = "Vi mødes og taler sammen."
    type = ActivityType.RELATIONAL
    character = Character.COMMUNITY
    organisation = factory.SubFactory(OrganisationFactory)
    venue = factory.SubFactory(VenueFactory)
    delivery = (Delivery.IN_PERSON.value,)
    price_dkk = Decimal(0)
    price_text = "Gratis"
    signup = SignUp.NONE
    referrers = (Referrer.ANYONE.value,)
    languages = (Language.DANISH.value,)
    contact_name = "Kontaktperson"
    contact_phone = "00 11 22 34"
    verified_on = datetime.date(2026, 10, 1)

    @factory.post_generation
    def areas(self, create: bool, extracted: list[Area] | None, **kwargs: object) -> None:
        self.areas = extracted if extracted is not None else [self.venue.area] if self.venue else []
        self.save()

    @factory.post_generation
    def interests(self, create: bool, extracted: list[str] | None, **kwargs: object) -> None:
        self.interests.set([InterestFactory(name=name) for name in extracted or []])
        self.save()

    @factory.post_generation
    def target_groups(self, create: bool, extracted: list[str] | None, **kwargs: object) -> None:
        self.target_groups.set([TargetGroupFactory(name=name) for name in extracted or []])
        self.save()

    @factory.post_generation
    def accessibility_answers(self, create: bool, extracted: dict[str, bool] | None, **kwargs: object) -> None:
        for feature, holds in (extracted or {}).items():
            ActivityAccessibility.objects.create(activity=self, feature=feature, holds=holds)


class ScheduleFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Schedule

    activity = factory.SubFactory(ActivityFactory)
    starts_on = datetime.date(2026, 9, 7)
    starts_at = datetime.time(10, 0)
    minutes = 120
    rrule = "FREQ=WEEKLY;BYDAY=MO"


class DateExceptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = DateException

    activity = factory.SubFactory(ActivityFactory)
    original_date = datetime.date(2026, 11, 23)
    kind = "aflyst"
    reason = "Huset er lukket."


class HolidayCalendarFactory(factory.django.DjangoModelFactory):
    """A calendar; `spans` is a list of (name, first day, last day)."""

    class Meta:
        model = HolidayCalendar
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Skoleferier {n}")
    area = factory.SubFactory(AreaFactory)

    @factory.post_generation
    def spans(self, create: bool, extracted: list[tuple[str, str, str]] | None, **kwargs: object) -> None:
        for name, first, last in extracted or []:
            HolidaySpan.objects.create(calendar=self, name=name, first_day=first, last_day=last)


class ResponsibilityFactory(factory.django.DjangoModelFactory):
    """Pass `user` and one of `area`, `organisation`, `venue`."""

    class Meta:
        model = Responsibility
