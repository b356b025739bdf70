"""The queue of what readers report, in the editors' system."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView
from wagtail.admin.viewsets.model import ModelViewSet

from .actions.handle_report import handle_report
from .choices import ReportStatus
from .filters import ReportFilterSet
from .models import ErrorReport
from .panels import REPORT
from .queries.reports_for import reports_for

OFFERED = {"index", "index_results", "edit", "history", "history_results"}


class ReportIndexView(IndexView):
    """What waits comes first, the newest on top."""

    def get_base_queryset(self) -> QuerySet:
        waiting = Case(When(status=ReportStatus.NEW, then=Value(0)), default=Value(1), output_field=IntegerField())
        return (
            reports_for(self.request.user)
            .select_related("activity", "handled_by")
            .annotate(waiting=waiting)
            .order_by("waiting", "-created_at", "-pk")
        )


class ReportEditView(EditView):
    """One report, and what came of it."""

    def get_queryset(self) -> QuerySet:
        return reports_for(self.request.user)

    def save_instance(self) -> ErrorReport:
        """Hands what was typed to the action, which saves and logs."""
        data = self.form.cleaned_data
        handle_report(report=self.form.instance, status=data["status"], note=data["note"], by=self.request.user)
        return self.form.instance


class ReportHistoryView(HistoryView):
    """What was done with one report."""

    def get_base_object_queryset(self) -> QuerySet:
        return reports_for(self.request.user)


class ReportViewSet(ModelViewSet):
    """Only readers write reports, so there is nothing to add, copy or delete here."""

    model = ErrorReport
    name = "fejlmeldinger"
    icon = "warning"
    menu_label = _("Fejlmeldinger")
    menu_order = 95
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_handler = REPORT
    index_view_class = ReportIndexView
    edit_view_class = ReportEditView
    history_view_class = ReportHistoryView
    filterset_class = ReportFilterSet
    list_per_page = 50
    list_display = (
        "activity",
        Column("kind", label=_("Hvad er der galt?"), accessor="get_kind_display", sort_key="kind"),
        DateColumn("created_at", label=_("Modtaget"), sort_key="created_at"),
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor="get_status_display",
            primary=lambda report: report.status == ReportStatus.NEW,
            sort_key="status",
        ),
        Column("handled_by", label=_("Behandlet af")),
    )
    search_fields = ("activity__title", "words", "note")
    search_backend_name = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        left_out = dict.fromkeys(("add_url_name", "delete_url_name", "usage_url_name"))
        return super().get_common_view_kwargs(**left_out, **kwargs)

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in OFFERED]
