"""The root of all pages: Wagtail's page table, owned by this project."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import AbstractPage
from wagtail.url_routing import RouteResult


class BasePage(AbstractPage):
    """What every page of the portal is; `WAGTAIL_PAGE_MODEL` names it, so that fields can be added here later."""

    template = "pages/page.html"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The page at the address, found in one step however deep it lies."""
        if len(path_components) > 1:
            address = f"{self.url_path}{'/'.join(path_components)}/"
            page = BasePage.objects.filter(url_path=address).first()
            if page:
                return page.specific.route(request, [])
        return super().route(request, path_components)
