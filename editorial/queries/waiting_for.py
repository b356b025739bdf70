"""What waits for somebody's approval."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.models import TaskState

from catalogue.policies import POLICIES


def waiting_for(user: Any) -> QuerySet[TaskState]:
    """The steps of the workflow in which this user decides, what has waited longest first.

    Shown by tests/integration/editorial/approval/.
    """
    return TaskState.objects.reviewable_by(user).order_by("started_at", "pk")


def may_decide(user: Any) -> bool:
    """Whether something could ever wait for this user: who publishes nothing approves nothing."""
    return any(policy.user_has_permission(user, "publish") for policy in POLICIES.values())
