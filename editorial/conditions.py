"""What the editors' work knows of an activity, for the filter of the list."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from catalogue.conditions import Condition, register

from .choices import ReportStatus
from .models import ErrorReport


def reported(activities: QuerySet) -> QuerySet:
    """A reader has said that something is wrong, and nobody has looked yet."""
    return activities.filter(Exists(ErrorReport.objects.filter(activity=OuterRef("pk"), status=ReportStatus.NEW)))


def tell() -> None:
    """Registers it."""
    register(Condition("fejlmeldt", _("Meldt som forkert af en læser"), reported, order=5))
