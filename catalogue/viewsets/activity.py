"""Activities in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from ..columns import DayColumn, PublicColumn, area_names, with_planned
from ..filters import ActivityFilterSet
from ..life.columns import PlacesColumn
from ..life.routes import life_urlpatterns
from ..models import Activity
from ..panels import ACTIVITY
from .advising import GivesAdvice
from .choosers import EntryChooserViewSet
from .editing import ActivityEditView, EntryCopyView, EntryCreateView
from .guard import GuardedViewSet
from .sheet_listing import SheetIndexView


class ActivityViewSet(GivesAdvice, GuardedViewSet):
    """The list and the form of the catalogue's entries."""

    model = Activity
    edit_handler = ACTIVITY
    icon = "calendar-alt"
    menu_label = _("Aktiviteter")
    index_view_class = SheetIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = ActivityEditView
    chooser_viewset_class = EntryChooserViewSet
    filterset_class = ActivityFilterSet
    search_fields = ("title", "summary", "organisation__name", "venue__name", "slug")
    list_per_page = 50
    ordering = ("title", "pk")
    list_display = (
        "title",
        PlacesColumn("places_left", label=_("Ledige pladser"), sort_key="places_left"),
        Column("type", label=_("Del"), accessor="get_type_display", sort_key="type"),
        Column("organisation", label=_("Arrangør"), accessor="organisation.name", sort_key="organisation__name"),
        Column("areas", label=_("Områder"), accessor=area_names),
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        PublicColumn(sort_key="live"),
        DayColumn("verified_on", label=_("Bekræftet"), sort_key="verified_on"),
    )
    list_export = (
        "title",
        "slug",
        "get_type_display",
        "get_character_display",
        "organisation.name",
        "venue.name",
        "get_status_display",
        "live",
        "verified_on",
    )
    export_filename = "aktiviteter"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        entries = super().get_queryset(request).select_related("organisation", "venue").prefetch_related("areas")
        return with_planned(entries)

    def get_own_urlpatterns(self) -> list[URLPattern]:
        return [*super().get_own_urlpatterns(), *life_urlpatterns(self.construct_view)]
