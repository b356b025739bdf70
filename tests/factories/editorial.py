"""What readers send, for tests."""

from __future__ import annotations

import factory

from editorial.choices import ReportKind
from editorial.models import ErrorReport, Suggestion
from editorial.suggestions.choices import Relation

from .catalogue import ActivityFactory, AreaFactory


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
