"""The editors' work in the editors' system."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem

from .choices import ReportStatus
from .queries.reports_for import reports_for
from .viewsets import ReportViewSet

reports = ReportViewSet()


@hooks.register("register_admin_viewset")
def register_reports() -> ReportViewSet:
    return reports


class WaitingReports(SummaryItem):
    """How many reports wait, on the editors' first page; not shown when there are none."""

    order = 90
    template_name = "editorial/admin/waiting_reports.html"

    def get_context_data(self, parent_context):
        waiting = reports_for(self.request.user).filter(status=ReportStatus.NEW).count()
        words = ngettext("%(n)d fejlmelding venter", "%(n)d fejlmeldinger venter", waiting) % {"n": waiting}
        return {"waiting": waiting, "words": words}

    def is_shown(self) -> bool:
        return self.request.user.has_perm("editorial.change_errorreport")


@hooks.register("construct_homepage_summary_items")
def show_waiting_reports(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(WaitingReports(request))
