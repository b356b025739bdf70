"""Organisations in the editors' system."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from ..columns import PublicColumn, with_planned
from ..filters import OrganisationFilterSet
from ..models import Organisation
from ..panels import ORGANISATION
from .choosers import EntryChooserViewSet
from .editing import EntryCopyView, EntryCreateView, EntryEditView
from .guard import GuardedViewSet
from .sheet_listing import SheetIndexView


class OrganisationViewSet(GuardedViewSet):
    """The list and the form of those who run the activities."""

    model = Organisation
    edit_handler = ORGANISATION
    icon = "group"
    menu_label = _("Arrangører")
    index_view_class = SheetIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = EntryEditView
    chooser_viewset_class = EntryChooserViewSet
    filterset_class = OrganisationFilterSet
    search_fields = ("name", "summary", "email", "slug")
    list_per_page = 50
    ordering = ("name", "pk")
    list_display = (
        "name",
        Column("kind", label=_("Slags"), accessor="get_kind_display", sort_key="kind"),
        Column("phone", label=_("Telefon")),
        Column("activity_count", label=_("Aktiviteter"), sort_key="activity_count"),
        PublicColumn(sort_key="live"),
    )
    list_export = ("name", "slug", "get_kind_display", "phone", "email", "website", "live")
    export_filename = "arrangoerer"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return with_planned(super().get_queryset(request).annotate(activity_count=Count("activities")))
