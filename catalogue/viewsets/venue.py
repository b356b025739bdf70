"""Venues in the editors' system."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from ..columns import PublicColumn, with_planned
from ..filters import VenueFilterSet
from ..models import Venue
from ..panels import VENUE
from .advising import GivesAdvice
from .choosers import EntryChooserViewSet
from .editing import EntryCopyView, EntryCreateView, EntryEditView
from .guard import GuardedViewSet
from .sheet_listing import SheetIndexView


class VenueViewSet(GivesAdvice, GuardedViewSet):
    """The list and the form of the places."""

    model = Venue
    edit_handler = VENUE
    icon = "home"
    menu_label = _("Steder")
    index_view_class = SheetIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = EntryEditView
    chooser_viewset_class = EntryChooserViewSet
    filterset_class = VenueFilterSet
    search_fields = ("name", "address", "postcode", "area__name", "slug")
    list_per_page = 50
    ordering = ("name", "pk")
    list_display = (
        "name",
        Column("kind", label=_("Slags"), accessor="get_kind_display", sort_key="kind"),
        Column("area", label=_("Område"), accessor="area.name", sort_key="area__name"),
        Column("address", label=_("Adresse")),
        Column("activity_count", label=_("Aktiviteter"), sort_key="activity_count"),
        PublicColumn(sort_key="live"),
    )
    list_export = ("name", "slug", "get_kind_display", "area.name", "address", "postcode", "live")
    export_filename = "steder"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        entries = super().get_queryset(request).select_related("area")
        return with_planned(entries.annotate(activity_count=Count("activities")))
