"""What readers send and organisations are asked, for tests."""

from __future__ import annotations

import factory
from django.utils import timezone

from editorial.choices import ReportKind
from editorial.models import ErrorReport, FreshnessQuestion, FreshnessRound, Suggestion
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
