"""Themes: a subject, and the activities that a saved search finds about it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from ..fields import SavedSearchField
from ..saved_search import found
from .reading_page import ReadingPage


class ThemePage(ReadingPage):
    """What there is to say of a subject, and what there is to take part in."""

    search = SavedSearchField(_("gemt søgning"))
    shown = models.PositiveSmallIntegerField(
        _("hvor mange vises?"), default=6, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )

    template = "pages/theme_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = []
    content_panels: ClassVar = [
        *ReadingPage.content_panels,
        MultiFieldPanel([FieldPanel("search"), FieldPanel("shown")], heading=_("Aktiviteter på siden")),
    ]

    class Meta:
        verbose_name = _("temaside")
        verbose_name_plural = _("temasider")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "found": found(self.search, timezone.now(), self.shown),
        }
