"""The windows in which an editor chooses an organisation or a venue."""

from __future__ import annotations

from django import forms
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)

from ..columns import PublicColumn, with_planned
from .listing import matching


class WordFilterForm(BaseFilterForm):
    """One box that searches the names; Wagtail's own needs a search index."""

    q = forms.CharField(label=_("Søg"), required=False)
    fields_searched = ("name",)

    def filter(self, objects: QuerySet) -> QuerySet:
        objects = super().filter(objects)
        text = self.cleaned_data.get("q", "")
        if text:
            self.is_searching, self.search_query = True, text
        return matching(objects, text, list(self.fields_searched))


class _EntryChoosing(BaseSnippetChooseView):
    filter_form_class = WordFilterForm
    extra_columns: tuple[Column, ...] = ()

    def get_object_list(self) -> QuerySet:
        return with_planned(choosable(self.model_class, self.request))

    @property
    def columns(self) -> list[Column]:
        return [self.title_column, *self.extra_columns, PublicColumn()]


class EntryChooseView(_EntryChoosing, ChooseView):
    """The window when it opens."""


class EntryChooseResultsView(_EntryChoosing, ChooseResultsView):
    """Its list, when the search changes."""


class EntryChosenView(SnippetChosenView):
    """Hands back the one that was chosen."""

    def get_object(self, pk: str) -> models.Model:
        return get_object_or_404(choosable(self.model_class, self.request), pk=pk)


class EntryChosenMultipleView(SnippetChosenMultipleView):
    """Hands back those that were chosen."""

    def get_objects(self, pks: list[str]) -> QuerySet:
        return choosable(self.model_class, self.request).filter(pk__in=[pk for pk in pks if pk.isdecimal()])


class EntryChooserViewSet(SnippetChooserViewSet):
    """Choosing an entry by name."""

    choose_view_class = EntryChooseView
    choose_results_view_class = EntryChooseResultsView
    chosen_view_class = EntryChosenView
    chosen_multiple_view_class = EntryChosenMultipleView

    def get_urlpatterns(self) -> list[URLPattern]:
        # Nothing is made in the window.
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


def choosable(model: type[models.Model], request: HttpRequest) -> QuerySet:
    """The entries that the user may point to."""
    return policy_registry.get_by_type(model).choosable(request.user)
