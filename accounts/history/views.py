"""The report of the history."""

from __future__ import annotations

from django.db.models import IntegerField, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.log_actions import registry

from .entries import visible_to
from .filters import HistoryFilterSet


class EntriesPaginator(WagtailPaginator):
    """Counts entries of the history, whatever table they are in."""

    verbose_name, verbose_name_plural = _("hændelse"), _("hændelser")


class HistoryView(LogEntriesView):
    """Who did what to which entry, the newest on top; Wagtail's own shows whatever one has a permission for."""

    page_title = _("Historik")
    paginator_class = EntriesPaginator
    filterset_class = HistoryFilterSet
    index_url_name = "historik:index"
    index_results_url_name = "historik:results"

    def get_filename(self) -> str:
        return f"historik-{timezone.localdate():%Y-%m-%d}"

    def get_filtered_queryset(self) -> QuerySet:
        # The rows of two tables, told apart by `log_model_index`, as the view that draws them expects.
        self.log_models = sorted(registry.get_log_entry_models(), key=lambda log: log.__name__)
        rows = [
            self.filter_queryset(
                visible_to(self.request.user, log)
                .values("pk", "timestamp")
                .annotate(log_model_index=Value(index, output_field=IntegerField()))
            ).order_by()
            for index, log in enumerate(self.log_models)
        ]
        return rows[0].union(*rows[1:], all=True).order_by("-timestamp", "-pk")
