"""Taking entries off the portal that nobody has vouched for, in spite of a letter and a reminder. Never deleting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from wagtail.log_actions import log

from catalogue.models import Activity

from ...models import FreshnessQuestion

HIDDEN = "freshness.hidden"


def hide_entries(*, questions: Iterable[int], now: datetime, by: None = None) -> int:
    """Hide the entry of each question, one transaction each; returns how many were on show until now."""
    return sum(_hide(pk, now) for pk in questions)


@transaction.atomic
def _hide(pk: int, now: datetime) -> bool:
    question = FreshnessQuestion.objects.select_for_update().get(pk=pk)
    activity = Activity.objects.select_for_update().get(pk=question.activity_id)
    if question.answered_at or not activity.live:
        return False
    question.hidden_at, question.had_draft = now, activity.has_unpublished_changes
    question.save(update_fields=["hidden_at", "had_draft"])
    activity.unpublish(log_action=False)
    since = activity.verified_on.isoformat() if activity.verified_on else ""
    log(instance=activity, action=HIDDEN, user=None, data={"verified_on": since}, content_changed=True)
    return True
