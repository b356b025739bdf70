"""Forgetting what need not be remembered any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from ..choices import ReportStatus
from ..models import ErrorReport

CONTACT_KEPT = timedelta(days=90)
REPORT_KEPT = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Purged:
    """How many contacts were erased, and how many reports deleted."""

    contacts: int
    reports: int


@transaction.atomic
def purge_reports(*, now: datetime, by: None = None) -> Purged:
    """Erase contacts after 90 days, whatever came of the report, and delete reports a year after they were handled.

    `by` is always None: a timer does it.
    """
    old = ErrorReport.objects.filter(created_at__lt=now - CONTACT_KEPT).exclude(contact="")
    contacts = old.update(contact="")
    done = ErrorReport.objects.exclude(status=ReportStatus.NEW).filter(handled_at__lt=now - REPORT_KEPT)
    reports, _by_model = done.delete()
    return Purged(contacts, reports)
