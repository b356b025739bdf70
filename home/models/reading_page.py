"""What all pages to read have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import DefaultBasePageMixin
from wagtail.search import index

from ..blocks import BodyBlock
from ..pictures import prepare_pictures
from .base_page import BasePage


class ReadingPage(BasePage, DefaultBasePageMixin):
    """A page with a few sentences first, perhaps a picture, and then small pieces."""

    introduction = models.TextField(
        _("indledning"), blank=True, max_length=400, help_text=_("To eller tre korte sætninger. De står øverst.")
    )
    picture = models.ForeignKey(
        "images.CustomImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("billede"),
        help_text=_("Står øverst på siden. Billedets egne ord læses højt for den, der ikke kan se det."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("indhold"), blank=True)

    search_fields: ClassVar = [
        *BasePage.search_fields,
        *DefaultBasePageMixin.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]
    promote_panels = DefaultBasePageMixin.promote_panels
    top_panels: ClassVar = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("picture")]
    content_panels: ClassVar = [*top_panels, FieldPanel("body")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        prepare_pictures(self)
        # The front page, at depth 2, is not named.
        above = self.get_ancestors().filter(depth__gt=2).select_related("locale") if self.depth > 3 else []
        return {**context, "crumbs": [(page.title, page.get_url(request)) for page in above]}
