"""What stands in the way of changing entries from a list, without opening them one by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from ..models import Activity
from ..policies import ACTIVITIES


def hindrances(activities: Iterable[Activity], user: Any, *, as_published: bool) -> dict[int, str]:
    """Key → why this user may not change it, in Danish; no key where nothing stands in the way. Six queries.

    `as_published` asks for the right to publish too, where the entry is public.
    """
    entries = list(activities)
    changeable, publishable = (_among(entries, user, action) for action in ("change", "publish"))
    planned, waiting = _planned(entries), _waiting(entries)
    found = {}
    for entry in entries:
        reason = ""
        if entry.pk not in changeable:
            reason = _("Du har ikke ansvar for den.")
        elif entry.locked and entry.locked_by_id != user.pk:
            reason = _("Den er låst.")
        elif entry.pk in planned:
            reason = _("Den har en version, der offentliggøres af sig selv. Ret den for sig.")
        elif entry.pk not in publishable and entry.pk in waiting:
            reason = _("Den venter på godkendelse.")
        elif as_published and entry.live and entry.pk not in publishable:
            reason = _("Det skal godkendes først. Ret den for sig, og send den til godkendelse.")
        if reason:
            found[entry.pk] = reason
    return found


def _among(entries: list[Activity], user: Any, action: str) -> set[int]:
    allowed = ACTIVITIES.instances_user_has_permission_for(user, action).order_by()
    return set(allowed.filter(pk__in=[entry.pk for entry in entries]).values_list("pk", flat=True))


def _planned(entries: list[Activity]) -> set[int]:
    revisions = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(Activity),
        object_id__in=[str(entry.pk) for entry in entries],
        approved_go_live_at__isnull=False,
    )
    return {int(pk) for pk in revisions.values_list("object_id", flat=True)}


def _waiting(entries: list[Activity]) -> set[int]:
    states = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Activity),
        object_id__in=[str(entry.pk) for entry in entries],
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return {int(pk) for pk in states.values_list("object_id", flat=True)}
