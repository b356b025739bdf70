"""Filters of the report of broken links."""

from __future__ import annotations

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from catalogue.filters import AreaFilter
from catalogue.models import Activity, Area, Venue

from ..models import LinkUse, OutgoingLink

STATES = {
    "doed": Q(broken=True, accepted_at__isnull=True),
    "flyttet": Q(broken=False) & ~Q(moved_to=""),
    "i-orden": Q(broken=True, accepted_at__isnull=False),
}


class AreaOfUse(AreaFilter):
    """One area of the tree: links in its activities and venues, and in the organisations of those activities."""

    def __init__(self) -> None:
        super().__init__(path="")

    def filter(self, qs: QuerySet, value: Area | None) -> QuerySet:
        if value is None:
            return qs
        inside = list(value.descendants(include_self=True).values_list("pk", flat=True))
        activities = Activity.objects.filter(areas__in=inside).order_by()
        venues = Venue.objects.filter(area__in=inside).order_by()
        there = (
            self._in("activity", activities.values("pk"))
            | self._in("organisation", activities.values("organisation"))
            | self._in("venue", venues.values("pk"))
        )
        return qs.filter(Exists(LinkUse.objects.filter(there, link=OuterRef("pk"))))

    @staticmethod
    def _in(model: str, keys: QuerySet) -> Q:
        return Q(content_type=ContentType.objects.get_by_natural_key("catalogue", model), object_id__in=keys)


class LinkFilterSet(WagtailFilterSet):
    """What an editor narrows the links by."""

    state = django_filters.ChoiceFilter(
        label=_("Hvad er der galt?"),
        choices=[
            ("doed", _("Virker ikke mere")),
            ("flyttet", _("Er flyttet")),
            ("i-orden", _("Sat som i orden")),
        ],
        method="filter_state",
        empty_label=_("Alle"),
        widget=forms.RadioSelect,
    )
    area = AreaOfUse()

    class Meta:
        model = OutgoingLink
        fields: tuple[str, ...] = ()

    def filter_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(STATES[value])
