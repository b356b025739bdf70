"""What readers send and organisations are asked, for tests."""

from __future__ import annotations

from datetime import timedelta

import factory
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from editorial.choices import ReportKind
from editorial.models import (
    Claim,
    ErrorReport,
    FreshnessQuestion,
    FreshnessRound,
    LinkUse,
    OutgoingLink,
    Suggestion,
)
from editorial.suggestions.choices import Relation

from .catalogue import ActivityFactory, AreaFactory, OrganisationFactory


class ErrorReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ErrorReport

    activity = factory.SubFactory(ActivityFactory)
    kind = ReportKind.TIME
    words = "Det er om onsdagen nu."
    contact = "00 11 22 33"


class SuggestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Suggestion

    title = "Krolf for alle"
    description = "Vi spiller krolf i parken."
    place = "Parken, Algade 3"
    area = factory.SubFactory(AreaFactory)
    time = "Hver onsdag klokken 10"
    organiser = "Krolfklubben"
    relation = Relation.KNOWS_IT
    own_email = "kirsten@post.example"


class FreshnessRoundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = FreshnessRound

    organisation = factory.SubFactory(OrganisationFactory)
    opened_at = factory.LazyFunction(timezone.now)


class FreshnessQuestionFactory(factory.django.DjangoModelFactory):
    """A question that is not answered, in a round of its own."""

    class Meta:
        model = FreshnessQuestion

    activity = factory.SubFactory(ActivityFactory)
    round = factory.SubFactory(FreshnessRoundFactory, organisation=factory.SelfAttribute("..activity.organisation"))
    verified_before = factory.SelfAttribute("activity.verified_on")


class BrokenLinkFactory(factory.django.DjangoModelFactory):
    """A link that has failed for days; `stands_in(link, entry, field)` says where."""

    class Meta:
        model = OutgoingLink

    url = factory.Sequence(lambda n: f"https://forening{n}.example/krolf")
    host = factory.LazyAttribute(lambda link: link.url.split("/")[2])
    result = "mangler"
    status_code = 404
    failures = 3
    broken = True
    first_failed_at = factory.LazyFunction(lambda: timezone.now() - timedelta(days=3))
    checked_at = factory.LazyFunction(timezone.now)


def stands_in(link: OutgoingLink, entry: models.Model, field: str = "description") -> LinkUse:
    """Notes that the link stands in a field of an entry."""
    return LinkUse.objects.create(
        link=link, content_type=ContentType.objects.get_for_model(entry), object_id=entry.pk, field=field
    )


class ClaimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Claim

    organisation = factory.SubFactory(OrganisationFactory)
    name = "Kirsten Bro Jensen"
    own_email = factory.Sequence(lambda n: f"kirsten{n}@krolf.example")
    position = "Formand"
    evidence = "Jeg står på vores hjemmeside."
