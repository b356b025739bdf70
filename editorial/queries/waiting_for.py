"""What waits for somebody's approval."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import TaskState


def waiting_for(user: Any) -> QuerySet[TaskState]:
    """The steps of the workflow in which this user decides, what has waited longest first.

    Shown by tests/integration/editorial/approval/.
    """
    return TaskState.objects.reviewable_by(user).order_by("started_at", "pk")
