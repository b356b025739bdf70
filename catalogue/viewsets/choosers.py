"""The windows in which an editor chooses an organisation or a venue."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import (
    BaseSnippetChooseView,
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
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
        return with_planned(super().get_object_list())

    @property
    def columns(self) -> list[Column]:
        return [self.title_column, *self.extra_columns, PublicColumn()]


class EntryChooseView(_EntryChoosing, ChooseView):
    """The window when it opens."""


class EntryChooseResultsView(_EntryChoosing, ChooseResultsView):
    """Its list, when the search changes."""


class EntryChooserViewSet(SnippetChooserViewSet):
    """Choosing an entry by name."""

    choose_view_class = EntryChooseView
    choose_results_view_class = EntryChooseResultsView
