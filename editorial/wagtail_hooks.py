"""The editors' work in the editors' system."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from .approval import views as approval
from .approval.account import ApprovalMailsPanel
from .bulk import views as bulk
from .bulk.bulk_actions import ACTIONS
from .claims.viewsets import ClaimViewSet
from .desk import views as desk
from .desk.panel import Desk
from .freshness import history as freshness_history
from .freshness.desk import views as freshness
from .handbook import views as handbook
from .links.viewsets import LinkViewSet
from .suggestions.viewsets import SuggestionViewSet
from .viewsets import ReportViewSet

reports = ReportViewSet()
suggestions = SuggestionViewSet()
links = LinkViewSet()
claims = ClaimViewSet()

for action in ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_viewset")
def register_reports() -> ReportViewSet:
    return reports


@hooks.register("register_admin_viewset")
def register_suggestions() -> SuggestionViewSet:
    return suggestions


@hooks.register("register_admin_viewset")
def register_links() -> LinkViewSet:
    return links


@hooks.register("register_admin_viewset")
def register_claims() -> ClaimViewSet:
    return claims


@hooks.register("construct_homepage_panels")
def show_what_needs_them(request: HttpRequest, panels: list[Component]) -> None:
    # What waits for approval has a list of its own.
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") != "workflow_objects_to_moderate"]
    panels.append(Desk())


@hooks.register("register_admin_menu_item")
def show_approvals_in_the_menu() -> MenuItem:
    return MenuItem(
        _("Til godkendelse"), reverse("godkendelser:index"), name="godkendelser", icon_name="clipboard-list", order=94
    )


@hooks.register("register_account_settings_panel")
def ask_which_mails_they_want(request: HttpRequest, user: Any, profile: Any) -> ApprovalMailsPanel:
    return ApprovalMailsPanel(request, user, profile)


@hooks.register("register_admin_urls")
def register_desk_and_bulk() -> list[URLResolver]:
    desk_urls = [path("bekraeft/<int:pk>/", desk.confirm, name="confirm")]
    bulk_urls = [path("fortryd/<uuid:uuid>/", bulk.undo, name="undo")]
    approval_urls = [path("", approval.index, name="index")]
    return [
        path("godkendelser/", include((approval_urls, "godkendelser"))),
        path("overblik/", include((desk_urls, "overblik"))),
        path("flere/", include((bulk_urls, "flere"))),
    ]


@hooks.register("register_admin_urls")
def register_handbook() -> list[URLResolver]:
    patterns = [
        path("", handbook.chapter, name="index"),
        path("billeder/<str:name>", handbook.picture, name="picture"),
        path("<slug:name>/", handbook.chapter, name="chapter"),
    ]
    return [path("haandbog/", include((patterns, "haandbog")))]


@hooks.register("register_admin_menu_item")
def show_handbook_in_the_menu() -> MenuItem:
    return MenuItem(_("Håndbog"), reverse("haandbog:index"), name="haandbog", icon_name="help", order=9900)


@hooks.register("register_log_actions")
def tell_of_freshness(actions: LogActionRegistry) -> None:
    freshness_history.register(actions)


@hooks.register("register_admin_urls")
def register_freshness() -> list[URLResolver]:
    patterns = [
        path("", freshness.index, name="index"),
        path("<int:pk>/", freshness.edit, name="edit"),
        path("<int:pk>/skriv/", freshness.write, name="write"),
    ]
    return [path("friskhed/", include((patterns, "friskhed")))]


@hooks.register("register_admin_menu_item")
def show_freshness_in_the_menu() -> MenuItem:
    return MenuItem(_("Friskhed"), reverse("friskhed:index"), name="friskhed", icon_name="calendar-check", order=97)
