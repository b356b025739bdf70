"""Filters of the queue of suggestions."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from catalogue.filters import AreaFilter

from ..models import Suggestion
from .choices import Relation, SuggestionStatus


class SuggestionFilterSet(WagtailFilterSet):
    """What an editor narrows the suggestions by."""

    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=SuggestionStatus.choices, widget=forms.CheckboxSelectMultiple
    )
    area = AreaFilter(path="area")
    relation = django_filters.MultipleChoiceFilter(
        label=_("Hvem skriver?"), choices=Relation.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Suggestion
        fields: tuple[str, ...] = ()
