"""What the history is narrowed by."""

from __future__ import annotations

from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, DateRangePickerWidget, MultipleUserFilter, WagtailFilterSet
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from .entries import visible_to


def _gathered(request: HttpRequest, method: str) -> set[Any]:
    found: set[Any] = set()
    for log in registry.get_log_entry_models():
        found |= getattr(visible_to(request.user, log), method)()
    return found - {None}


def _kinds(request: HttpRequest) -> QuerySet[ContentType]:
    return ContentType.objects.filter(pk__in=_gathered(request, "get_content_type_ids")).order_by("model")


def _people(request: HttpRequest) -> QuerySet:
    people = get_user_model()._default_manager.filter(pk__in=_gathered(request, "get_user_ids"))
    return people.order_by("first_name", "last_name", "email")


class HistoryFilterSet(WagtailFilterSet):
    """By what, by whom, by when; only what the reader may see stands in the lists."""

    label = django_filters.CharFilter(label=_("Navn"), lookup_expr="icontains")
    timestamp = django_filters.DateFromToRangeFilter(label=_("Dato"), widget=DateRangePickerWidget)
    user = MultipleUserFilter(label=_("Hvem"), widget=CheckboxSelectMultiple, queryset=_people)
    action = django_filters.MultipleChoiceFilter(label=_("Hvad der skete"), widget=CheckboxSelectMultiple)
    object_type = ContentTypeFilter(label=_("Slags"), method="filter_object_type", queryset=_kinds)

    class Meta:
        model = PageLogEntry
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actions = _gathered(self.request, "get_actions")
        self.filters["action"].extra["choices"] = [one for one in registry.get_choices() if one[0] in actions]

    def filter_object_type(self, queryset: QuerySet, name: str, value: ContentType) -> QuerySet:
        return queryset.filter_on_content_type(value)
