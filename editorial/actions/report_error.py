"""Taking in what a reader says is wrong."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from catalogue.models import Activity

from ..models import ErrorReport

SAME_WITHIN = timedelta(hours=1)


@transaction.atomic
def report_error(*, activity: Activity, kind: str, words: str, contact: str, by: None = None) -> ErrorReport:
    """Put a report into the editors' queue; the same words sent twice within an hour are one report.

    `by` is always None: nobody signs in to report.
    """
    same = ErrorReport.objects.filter(
        activity=activity, kind=kind, words=words, contact=contact, created_at__gte=timezone.now() - SAME_WITHIN
    ).first()
    return same or ErrorReport.objects.create(activity=activity, kind=kind, words=words, contact=contact)
