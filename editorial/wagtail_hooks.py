"""The editors' work in the editors' system."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from .bulk import views as bulk
from .bulk.bulk_actions import ACTIONS
from .desk import views as desk
from .desk.panel import Desk
from .freshness import history as freshness_history
from .suggestions.viewsets import SuggestionViewSet
from .viewsets import ReportViewSet

reports = ReportViewSet()
suggestions = SuggestionViewSet()

for action in ACTIONS:
    hooks.register("register_bulk_action", action)


@hooks.register("register_admin_viewset")
def register_reports() -> ReportViewSet:
    return reports


@hooks.register("register_admin_viewset")
def register_suggestions() -> SuggestionViewSet:
    return suggestions


@hooks.register("construct_homepage_panels")
def show_what_needs_them(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(Desk())


@hooks.register("register_admin_urls")
def register_desk_and_bulk() -> list[URLResolver]:
    desk_urls = [path("bekraeft/<int:pk>/", desk.confirm, name="confirm")]
    bulk_urls = [path("fortryd/<uuid:uuid>/", bulk.undo, name="undo")]
    return [
        path("overblik/", include((desk_urls, "overblik"))),
        path("flere/", include((bulk_urls, "flere"))),
    ]


@hooks.register("register_log_actions")
def tell_of_freshness(actions: LogActionRegistry) -> None:
    freshness_history.register(actions)
