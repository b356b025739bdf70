"""An editor has looked at a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from ..choices import ReportStatus
from ..models import ErrorReport

if TYPE_CHECKING:
    from accounts.models import User


@transaction.atomic
def handle_report(*, report: ErrorReport, status: str, note: str, by: User) -> None:
    """Save what came of a report. Once it is handled or dismissed, the reader's contact is erased for good."""
    report.status, report.note = status, note
    if status == ReportStatus.NEW:
        report.handled_by, report.handled_at = None, None
    else:
        report.handled_by, report.handled_at, report.contact = by, timezone.now(), ""
    report.save()
    log(instance=report, action="wagtail.edit", user=by, content_changed=True)
