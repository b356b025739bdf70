"""The step of the workflow in which whoever may publish an entry approves it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState
from wagtail.permissions import policy_registry

from .activity import Activity
from .organisation import Organisation
from .venue import Venue


class PublisherApprovalTask(Task):
    """Approval by those who may publish the very entry: the area's editor, or one who works everywhere."""

    class Meta:
        verbose_name = _("godkendelse af dem, der må offentliggøre")
        verbose_name_plural = _("godkendelser af dem, der må offentliggøre")

    @classmethod
    def get_description(cls) -> str:
        return _("Den, der har ansvar for området, eller en redaktør, godkender")

    def user_can_access_editor(self, obj: Model, user: Any) -> bool:
        return _may_publish(user, obj)

    def locked_for_user(self, obj: Model, user: Any) -> bool:
        """What waits for approval stays as it was submitted, but for whoever approves it."""
        return not _may_publish(user, obj)

    def user_can_lock(self, obj: Model, user: Any) -> bool:
        return _may_publish(user, obj)

    def get_actions(self, obj: Model, user: Any) -> list[tuple[str, Any, bool]]:
        if not _may_publish(user, obj):
            return []
        return [
            ("reject", _("Send tilbage"), True),
            ("approve", _("Godkend"), False),
            ("approve", _("Godkend med en bemærkning"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        waiting = TaskState.objects.filter(task=self, status=TaskState.STATUS_IN_PROGRESS)
        theirs = Q(pk__in=[])
        for model in (Activity, Organisation, Venue, apps.get_model(settings.WAGTAIL_PAGE_MODEL)):
            policy = policy_registry.get_by_type(model)
            entries = policy.instances_user_has_permission_for(user, "publish").order_by()
            theirs |= Q(
                revision__base_content_type=ContentType.objects.get_for_model(model),
                revision__object_id__in=entries.values_list(Cast("pk", CharField()), flat=True),
            )
        return waiting.filter(theirs)


def _may_publish(user: Any, obj: Model) -> bool:
    return policy_registry.get(obj).user_has_permission_for_instance(user, "publish", obj)
