"""What was one entry and is two now."""

from __future__ import annotations

from django.db.models import Q

from ..models import Activity


def other_parts(activity: Activity) -> list[Activity]:
    """The public entries that this one was split from, and those that were split off it.

    One query, and none for what `for_page()` knows has no part (tests/integration/catalogue/actions/test_split.py).
    """
    if not activity.split_from_id and not getattr(activity, "was_split", True):
        return []
    return list(
        Activity.objects.published()
        .filter(Q(pk=activity.split_from_id) | Q(split_from=activity.pk))
        .exclude(pk=activity.pk)
        .order_by("title", "pk")
    )
