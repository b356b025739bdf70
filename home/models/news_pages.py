"""News."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..presenters.news import news_list
from ..queries.visible import visible
from .reading_page import ReadingPage


class NewsIndexPage(ReadingPage):
    """All news, newest first."""

    template = "pages/news_index_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = ["home.NewsPage"]

    class Meta:
        verbose_name = _("nyhedsliste")
        verbose_name_plural = _("nyhedslister")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = visible(NewsPage.objects.child_of(self))
        return {
            **super().get_context(request, *args, **kwargs),
            "news": news_list(news, request.GET.get("side"), request),
        }


class NewsPage(ReadingPage):
    """One piece of news."""

    day = models.DateField(_("dato"), default=timezone.localdate)

    template = "pages/news_page.html"
    parent_page_types: ClassVar = ["home.NewsIndexPage"]
    subpage_types: ClassVar = []
    content_panels: ClassVar = [*ReadingPage.top_panels, FieldPanel("day"), FieldPanel("body")]

    class Meta:
        verbose_name = _("nyhed")
        verbose_name_plural = _("nyheder")
