"""Filters of the queue of claims."""

from __future__ import annotations

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from ..models import Claim
from .choices import ClaimStatus


class ClaimFilterSet(WagtailFilterSet):
    """What an editor narrows the claims by."""

    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=ClaimStatus.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Claim
        fields: tuple[str, ...] = ()
