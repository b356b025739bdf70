"""The queue of what readers report, in the editors' system."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.views.generic.history import HistoryView

from .actions.handle_report import handle_report
from .choices import ReportStatus
from .filters import ReportFilterSet
from .models import ErrorReport
from .panels import REPORT
from .queries.reports_for import reports_for
from .queues import QueueViewSet, waiting_first


class ReportIndexView(IndexView):
    """What waits comes first, the newest on top."""

    def get_base_queryset(self) -> QuerySet:
        reports = reports_for(self.request.user).select_related("activity", "handled_by")
        return waiting_first(reports, [ReportStatus.NEW], newest_first=True)


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


class ReportViewSet(QueueViewSet):
    """Only readers write reports, so there is nothing to add, copy or delete here."""

    model = ErrorReport
    name = "fejlmeldinger"
    icon = "warning"
    menu_label = _("Fejlmeldinger")
    menu_order = 95
    edit_handler = REPORT
    index_view_class = ReportIndexView
    edit_view_class = ReportEditView
    history_view_class = ReportHistoryView
    filterset_class = ReportFilterSet
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
