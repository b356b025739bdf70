"""The calendars of school holidays in the editors' system."""

from __future__ import annotations

from django.db.models import Max, Min, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from ..columns import DayColumn
from ..models import HolidayCalendar
from ..panels import HOLIDAYS
from .editing import EntryCopyView, EntryCreateView, EntryEditView
from .guard import GuardedViewSet
from .listing import EntryIndexView


class HolidayCalendarViewSet(GuardedViewSet):
    """The list and the form of the calendars."""

    model = HolidayCalendar
    edit_handler = HOLIDAYS
    icon = "date"
    menu_label = _("Feriekalendere")
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    copy_view_class = EntryCopyView
    edit_view_class = EntryEditView
    search_fields = ("name", "area__name")
    list_per_page = 50
    ordering = ("area__name", "name", "pk")
    list_display = (
        "name",
        Column("area", label=_("Område"), accessor="area.name", sort_key="area__name"),
        DayColumn("first", label=_("Fra"), sort_key="first"),
        DayColumn("last", label=_("Til"), sort_key="last"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        calendars = super().get_queryset(request).select_related("area")
        return calendars.annotate(first=Min("spans__first_day"), last=Max("spans__last_day"))
