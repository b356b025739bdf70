"""Guides: something to do, one step after another."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks import GuideStepsBlock
from .reading_page import ReadingPage


class GuidePage(ReadingPage):
    """Numbered steps, listed at the top, and what else there is to say after them."""

    steps = StreamField(
        GuideStepsBlock(min_num=2, max_num=12),
        verbose_name=_("trin"),
        help_text=_("Ét trin for hver ting, man skal gøre. Begynd hvert trin med, hvad man gør: »Ring, før du går«."),
    )

    template = "pages/guide_page.html"
    parent_page_types: ClassVar = ["home.FrontPage", "home.InformationPage"]
    subpage_types: ClassVar = []
    search_fields: ClassVar = [*ReadingPage.search_fields, index.SearchField("steps")]
    content_panels: ClassVar = [
        *ReadingPage.top_panels,
        FieldPanel("steps"),
        FieldPanel("body", heading=_("Efter trinnene")),
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
