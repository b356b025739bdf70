"""What an organisation corrects, or puts on pause, or ends, from the mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from catalogue.actions.end_entry import END
from catalogue.actions.pause_entry import PAUSE
from catalogue.choices import Status
from catalogue.models import Activity, Responsibility

from ...actions.report_error import report_error
from ...choices import FreshnessAnswer, ReportKind
from ...models import FreshnessQuestion
from ..correction import Correction
from ..links import Link
from .answer import close, put, take, vouch

CORRECTED = "freshness.corrected"
SUBMITTED = "freshness.submitted"


@transaction.atomic
def correct(*, question: int, link: Link, correction: Correction, note: str, now: datetime, by: None = None) -> bool:
    """Correct the entry; returns whether everybody sees it at once. Raises `Dead`.

    The note goes to the editors, among what readers report. `by` is always None: nobody signs in.
    """
    asked = take(question, link)
    data = {"changes": correction.changes}
    published = _do(asked, correction.apply, CORRECTED, now, data)
    close(
        question=asked,
        answer=FreshnessAnswer.CORRECTED,
        now=now,
        changes=correction.changes,
        note=note,
        published=published,
    )
    if note:
        report_error(activity=asked.activity, kind=ReportKind.OTHER, words=f"Fra arrangøren selv: {note}", contact="")
    return published


@transaction.atomic
def pause(*, question: int, link: Link, reason: str, until: date | None, now: datetime, by: None = None) -> bool:
    """Put the entry on pause; returns whether everybody sees it at once. Raises `Dead`."""

    def change(version: Activity) -> None:
        version.status, version.status_note, version.paused_until = Status.PAUSED, reason, until

    asked = take(question, link)
    data = {"reason": reason, "until": until.isoformat() if until else None}
    published = _do(asked, change, PAUSE, now, data)
    close(question=asked, answer=FreshnessAnswer.PAUSED, now=now, published=published)
    return published


@transaction.atomic
def end(*, question: int, link: Link, reason: str, now: datetime, by: None = None) -> bool:
    """Say that the entry has ended; returns whether everybody sees it at once. Raises `Dead`."""

    def change(version: Activity) -> None:
        version.status, version.status_note, version.paused_until = Status.ENDED, reason, None

    asked = take(question, link)
    published = _do(asked, change, END, now, {"reason": reason})
    close(question=asked, answer=FreshnessAnswer.ENDED, now=now, published=published)
    return published


def is_trusted(activity: Activity) -> bool:
    """Whether somebody of the organisation may publish without anybody's approval."""
    return Responsibility.objects.filter(organisation=activity.organisation_id, trusted=True).exists()


def _do(
    asked: FreshnessQuestion, change: Callable[[Activity], None], action: str, now: datetime, data: dict[str, Any]
) -> bool:
    if is_trusted(asked.activity):
        put(question=asked, change=change, action=action, now=now, data=data)
        return True
    _submit(asked, change, action, now, data)
    return False


def _submit(
    asked: FreshnessQuestion, change: Callable[[Activity], None], action: str, now: datetime, data: dict[str, Any]
) -> None:
    """Write the change on top of the newest draft, and hand it to those who approve. What is on show stays."""
    activity = asked.activity
    drafted = activity.has_unpublished_changes and (asked.hidden_at is None or asked.had_draft)
    draft = activity.get_latest_revision_as_object()
    change(draft)
    vouch(draft, now)
    revision = draft.save_revision(clean=False, log_action=False)
    told = {**data, "what": action, "on_a_draft": drafted}
    log(instance=activity, action=SUBMITTED, user=None, revision=revision, data=told, content_changed=True)
    activity.refresh_from_db()
    state, workflow = activity.current_workflow_state, activity.get_workflow()
    if state is None and workflow:
        workflow.start(activity, user=None)
    elif state and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user=None)
