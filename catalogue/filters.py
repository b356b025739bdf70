"""Filters of the editors' lists."""

from __future__ import annotations

import datetime

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput

from . import conditions
from .choices import ActivityType, Character, OrganisationKind, Status, VenueKind
from .forms.fields import AreaField
from .models import Activity, Area, Interest, Organisation, TargetGroup, Venue


def _choices(label: str, options: type, field: str) -> django_filters.MultipleChoiceFilter:
    return django_filters.MultipleChoiceFilter(
        field_name=field, label=label, choices=options.choices, widget=forms.CheckboxSelectMultiple
    )


def _live() -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        field_name="live",
        label=_("Offentliggjort"),
        choices=[("True", _("Ja, alle kan se det")), ("False", _("Nej, kun en kladde"))],
        empty_label=_("Alle"),
        widget=forms.RadioSelect,
    )


class AreaFilter(django_filters.ModelChoiceFilter):
    """One area of the tree; what lies in its parts counts too. `path` leads from a row to its area."""

    def __init__(self, *, path: str) -> None:
        self.path = path
        super().__init__(label=_("Område"), queryset=Area.objects.all(), widget=forms.Select)

    @property
    def field(self) -> forms.Field:
        if not hasattr(self, "_field"):
            self._field = AreaField(label=self.label, required=False, empty_label=_("Alle"))
        return self._field

    def filter(self, qs: QuerySet, value: Area | None) -> QuerySet:
        if value is None:
            return qs
        inside = list(value.descendants(include_self=True).values_list("pk", flat=True))
        return qs.filter(**{f"{self.path}__in": inside}).distinct()


class ActivityFilterSet(WagtailFilterSet):
    """What an editor narrows the activities by."""

    need = django_filters.MultipleChoiceFilter(
        label=_("Skal ses på"),
        choices=lambda: [(one.key, one.label) for one in conditions.conditions()],
        method="filter_need",
        widget=forms.CheckboxSelectMultiple,
    )
    type = _choices(_("Del af kataloget"), ActivityType, "type")
    character = _choices(_("Karakter"), Character, "character")
    status = _choices(_("Status"), Status, "status")
    live = _live()
    organisation = django_filters.ModelChoiceFilter(
        label=_("Arrangør"), queryset=Organisation.objects.order_by("name"), widget=forms.Select, empty_label=_("Alle")
    )
    area = AreaFilter(path="areas")
    interest = django_filters.ModelChoiceFilter(
        field_name="interest_links__tag",
        label=_("Interesse"),
        queryset=Interest.objects.order_by("name"),
        widget=forms.Select,
        empty_label=_("Alle"),
    )
    target_group = django_filters.ModelChoiceFilter(
        field_name="target_group_links__tag",
        label=_("Målgruppe"),
        queryset=TargetGroup.objects.order_by("name"),
        widget=forms.Select,
        empty_label=_("Alle"),
    )
    not_verified_since = django_filters.DateFilter(
        method="filter_not_verified_since",
        label=_("Ikke bekræftet siden"),
        help_text=_("Også dem, der aldrig er bekræftet."),
        widget=AdminDateInput,
    )

    class Meta:
        model = Activity
        fields: tuple[str, ...] = ()

    def filter_need(self, queryset: QuerySet, name: str, value: list[str]) -> QuerySet:
        return conditions.with_any(queryset, value) if value else queryset

    def filter_not_verified_since(self, queryset: QuerySet, name: str, value: datetime.date) -> QuerySet:
        return queryset.filter(Q(verified_on__lt=value) | Q(verified_on__isnull=True))


class OrganisationFilterSet(WagtailFilterSet):
    """What an editor narrows the organisations by."""

    kind = _choices(_("Slags"), OrganisationKind, "kind")
    live = _live()

    class Meta:
        model = Organisation
        fields: tuple[str, ...] = ()


class VenueFilterSet(WagtailFilterSet):
    """What an editor narrows the venues by."""

    kind = _choices(_("Slags"), VenueKind, "kind")
    live = _live()
    area = AreaFilter(path="area")
    is_centre = django_filters.ChoiceFilter(
        label=_("Aktivitetscenter"),
        choices=[("True", _("Kun aktivitetscentre"))],
        empty_label=_("Alle"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Venue
        fields: tuple[str, ...] = ()
