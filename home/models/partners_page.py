"""Who takes part in the work against loneliness."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from ..choices import PartnerKind
from ..presenters.partners import partners_view
from .reading_page import ReadingPage


class PartnersPage(ReadingPage):
    """The partners by kind, and by area."""

    template = "pages/partners_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = []
    content_panels: ClassVar = [
        *ReadingPage.content_panels,
        InlinePanel("partners", label=_("partner"), heading=_("Partnere")),
    ]

    class Meta:
        verbose_name = _("side med partnere")
        verbose_name_plural = _("sider med partnere")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "partners": partners_view(self, request.GET),
        }


class Partner(Orderable):
    """One partner."""

    page = ParentalKey(PartnersPage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("navn"), max_length=160)
    kind = models.CharField(_("slags"), max_length=20, choices=PartnerKind.choices)
    area = models.ForeignKey(
        "catalogue.Area",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("område"),
        help_text=_("Tom, når partneren er med alle steder."),
    )
    text = models.CharField(_("hvad gør de?"), max_length=250, blank=True)
    organisation = models.ForeignKey(
        "catalogue.Organisation",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("arrangør i kataloget"),
        help_text=_("Så fører navnet til arrangørens egen side."),
    )
    website = models.URLField(_("hjemmeside"), blank=True)

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("area"), FieldPanel("organisation")]),
        FieldPanel("website"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partnere")
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=PartnerKind.values), name="partner_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name
