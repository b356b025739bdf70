"""Articles: about loneliness, about the catalogue, about the portal."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..queries.visible import visible
from .reading_page import ReadingPage


class InformationPage(ReadingPage):
    """A page to read, put together of small pieces, with the pages below it at its foot."""

    template = "pages/information_page.html"
    parent_page_types: ClassVar = ["home.FrontPage", "home.InformationPage"]
    subpage_types: ClassVar = ["home.InformationPage", "home.GuidePage"]

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikler")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        children = visible(self.get_children())
        return {
            **super().get_context(request, *args, **kwargs),
            "children": [(page.title, page.get_url(request)) for page in children],
        }
