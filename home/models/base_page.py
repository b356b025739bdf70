"""The root of all pages: Wagtail's page table, owned by this project."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.models import AbstractPage, PageViewRestriction
from wagtail.url_routing import RouteResult

from ..queries.addresses import page_at, some_are_restricted


class BasePage(AbstractPage):
    """What every page of the portal is; `WAGTAIL_PAGE_MODEL` names it, so that fields can be added here later."""

    template = "pages/page.html"

    @staticmethod
    def route_for_request(request: HttpRequest, path: str) -> RouteResult | None:
        """The page at the address, found in one step however deep it lies; what is not there is left to Wagtail."""
        if not hasattr(request, "_wagtail_route_for_request"):
            page = page_at(request, path)
            if page is None:
                return AbstractPage.route_for_request(request, path)
            try:
                request._wagtail_route_for_request = page.route(request, [])
            except Http404:
                request._wagtail_route_for_request = None
        return request._wagtail_route_for_request

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Who may see the page; asks about the page and those above it only where some page is restricted."""
        return super().get_view_restrictions() if some_are_restricted() else PageViewRestriction.objects.none()
