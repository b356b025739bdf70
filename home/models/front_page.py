"""The front page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Locale

from ..blocks import FrontBlock
from ..blocks.front import UNTOUCHED
from ..front import front
from .base_page import BasePage


class FrontPage(BasePage):
    """One search box, and below it the pieces that editors choose."""

    heading = models.CharField(_("overskrift"), max_length=120, default="Find nogen at være sammen med")
    introduction = models.TextField(_("indledning"), blank=True)
    body = StreamField(
        FrontBlock(),
        verbose_name=_("under søgefeltet"),
        blank=True,
        help_text=_("Tom: de tre døre, telefonnummeret og det, der sker snart."),
    )

    template = "pages/front_page.html"
    parent_page_types: ClassVar = ["home.BasePage"]
    subpage_types: ClassVar = [
        "home.InformationPage",
        "home.GuidePage",
        "home.ThemePage",
        "home.CampaignPage",
        "home.TalkIndexPage",
        "home.PartnersPage",
        "home.NewsIndexPage",
        "home.ContactPage",
    ]
    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("heading"),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("forside")
        verbose_name_plural = _("forsider")

    @classmethod
    def can_create_at(cls, parent: BasePage) -> bool:
        """One front page in each language."""
        return super().can_create_at(parent) and cls.objects.count() < Locale.objects.count()

    @property
    def pieces(self) -> StreamValue:
        """What stands below the search box."""
        return self.body or self.body.stream_block.to_python(UNTOUCHED)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "front": front()}
