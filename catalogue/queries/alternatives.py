"""What to propose instead of an activity that has ended."""

from __future__ import annotations

from django.db.models import Count, Q

from ..models import Activity

SHOWN = 4


def alternatives_to(activity: Activity) -> list[Activity]:
    """Activities in the same areas, most interests in common first, then of the same part; one query."""
    areas = [area.pk for area in activity.areas.all()]
    interests = [term.pk for term in activity.interest_terms]
    shared = Count("interest_links", filter=Q(interest_links__tag__in=interests), distinct=True)
    same_part = Count("pk", filter=Q(type=activity.type), distinct=True)
    return list(
        Activity.objects.published()
        .filter(areas__in=areas)
        .exclude(pk=activity.pk)
        .annotate(shared=shared, same_part=same_part)
        .order_by("-shared", "-same_part", "title")[:SHOWN]
    )
