"""The queue of suggestions, in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView

from ..models import Suggestion
from ..queues import QueueViewSet, waiting_first
from .actions.handle_suggestion import handle_suggestion
from .actions.make_draft import make_draft
from .choices import SuggestionStatus
from .filters import SuggestionFilterSet
from .panels import SUGGESTION
from .queries import suggestions_for


class SuggestionIndexView(IndexView):
    """What waits comes first, the oldest on top: somebody waits for the answer."""

    def get_base_queryset(self) -> QuerySet:
        suggestions = suggestions_for(self.request.user).select_related("area", "handled_by")
        return waiting_first(suggestions, list(SuggestionStatus.open()))


class SuggestionEditView(EditView):
    """One suggestion: make a draft of it, or answer it."""

    actions = ("edit", "draft")

    def get_queryset(self) -> QuerySet:
        return suggestions_for(self.request.user).select_related("draft", "area")

    def save_instance(self) -> Suggestion:
        """Hands what was typed to the actions, which save and log."""
        suggestion, data, by = self.form.instance, self.form.cleaned_data, self.request.user
        # What the form has put on it is not saved yet; the action looks at what it was before.
        stored = self.get_queryset().get(pk=suggestion.pk)
        if self.action == "draft":
            if stored.draft is None:
                make_draft(suggestion=stored, organisation=data["organisation"], by=by)
        else:
            handle_suggestion(
                suggestion=stored,
                status=data["status"],
                same_as=data["same_as"],
                reason=data["reason"],
                note=data["note"],
                by=by,
            )
        return stored

    def save_action(self) -> HttpResponse:
        if self.action != "draft":
            return super().save_action()
        messages.success(self.request, _("Kladden er lavet. Se den igennem, og offentliggør den, når den er rigtig."))
        return redirect(reverse("wagtailsnippets_catalogue_activity:edit", args=[self.object.draft_id]))


class SuggestionHistoryView(HistoryView):
    """What was done with one suggestion."""

    def get_base_object_queryset(self) -> QuerySet:
        return suggestions_for(self.request.user)


class SuggestionViewSet(QueueViewSet):
    """Only the public makes suggestions, so there is nothing to add, copy or delete here."""

    model = Suggestion
    name = "forslag"
    icon = "comment"
    menu_label = gettext_lazy("Forslag")
    menu_order = 96
    edit_handler = SUGGESTION
    index_view_class = SuggestionIndexView
    edit_view_class = SuggestionEditView
    history_view_class = SuggestionHistoryView
    filterset_class = SuggestionFilterSet
    list_display = (
        "title",
        Column("organiser", label=gettext_lazy("Hvem står for det?"), sort_key="organiser"),
        Column("area", label=gettext_lazy("Område"), sort_key="area__name"),
        DateColumn("created_at", label=gettext_lazy("Modtaget"), sort_key="created_at"),
        StatusTagColumn(
            "status",
            label=gettext_lazy("Status"),
            accessor="get_status_display",
            primary=lambda suggestion: suggestion.status in SuggestionStatus.open(),
            sort_key="status",
        ),
        Column("handled_by", label=gettext_lazy("Behandlet af")),
    )
    search_fields = ("title", "description", "organiser", "place", "note")
