"""Filters of the queue of reports."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from catalogue.filters import AreaFilter

from .choices import ReportKind, ReportStatus
from .models import ErrorReport


class ReportFilterSet(WagtailFilterSet):
    """What an editor narrows the reports by."""

    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=ReportStatus.choices, widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Hvad er der galt?"), choices=ReportKind.choices, widget=forms.CheckboxSelectMultiple
    )
    area = AreaFilter(path="activity__areas")

    class Meta:
        model = ErrorReport
        fields: tuple[str, ...] = ()
