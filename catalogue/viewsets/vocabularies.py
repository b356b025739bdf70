"""The controlled vocabularies in the editors' system."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models import Interest, TargetGroup
from ..panels import TERM
from .editing import EntryCopyView, EntryCreateView, EntryEditView
from .listing import EntryIndexView


def synonyms(term: Any) -> str:
    """The other words for the term in one line."""
    return ", ".join(term.synonym_list)


class VocabularyViewSet(SnippetViewSet):
    """A list of words, how much each is used, and the form of one."""

    edit_handler = TERM
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = EntryEditView
    search_fields = ("name", "synonyms")
    list_per_page = 200
    ordering = ("name", "pk")
    list_display = (
        "name",
        Column("synonyms", label=_("Andre ord for det samme"), accessor=synonyms),
        Column("activity_count", label=_("Aktiviteter"), sort_key="activity_count"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model.objects.annotate(activity_count=Count("activity_links"))


class InterestViewSet(VocabularyViewSet):
    """What people like to do."""

    model = Interest
    icon = "tag"
    menu_label = _("Interesser")


class TargetGroupViewSet(VocabularyViewSet):
    """Whom activities are for."""

    model = TargetGroup
    icon = "user"
    menu_label = _("Målgrupper")
