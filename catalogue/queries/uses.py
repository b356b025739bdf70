"""What still needs an entry, and so keeps it from being deleted."""

from __future__ import annotations

from django.db import models

from ..models import Activity, Area, Interest, Organisation, TargetGroup, Venue


def users_of(entry: models.Model) -> models.QuerySet:
    """The activities, venues or areas that would lose something if the entry went; empty when it may go."""
    if isinstance(entry, Organisation):
        return Activity.objects.filter(organisation=entry)
    if isinstance(entry, Venue):
        return Activity.objects.filter(venue=entry)
    if isinstance(entry, Interest):
        return Activity.objects.filter(interest_links__tag=entry)
    if isinstance(entry, TargetGroup):
        return Activity.objects.filter(target_group_links__tag=entry)
    if isinstance(entry, Area):
        return _users_of_area(entry)
    return Activity.objects.none()


def _users_of_area(area: Area) -> models.QuerySet:
    users = (Area.objects.filter(parent=area), Venue.objects.filter(area=area), Activity.objects.filter(areas=area))
    return next((queryset for queryset in users if queryset.exists()), Activity.objects.none())
