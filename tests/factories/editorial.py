"""Reports of errors for tests."""

from __future__ import annotations

import factory

from editorial.choices import ReportKind
from editorial.models import ErrorReport

from .catalogue import ActivityFactory


class ErrorReportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ErrorReport

    activity = factory.SubFactory(ActivityFactory)
    kind = ReportKind.TIME
    words = "Det er om onsdagen nu."
    contact = "00 11 22 33"
