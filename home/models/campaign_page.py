"""Campaigns: something common for a while, with dates and activities of its own."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from ..fields import SavedSearchField
from ..presenters.campaign import campaign_view
from .reading_page import ReadingPage


class CampaignPage(ReadingPage):
    """ "March mod Ensomhed": from one day to another, what happens when, and what one can join."""

    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"))
    search = SavedSearchField(_("gemt søgning"), blank=True)

    template = "pages/campaign_page.html"
    parent_page_types: ClassVar = ["home.FrontPage"]
    subpage_types: ClassVar = []
    content_panels: ClassVar = [
        *ReadingPage.top_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])], heading=_("Hvornår er kampagnen?")
        ),
        FieldPanel("body"),
        InlinePanel(
            "dates",
            label=_("begivenhed"),
            heading=_("Kampagnens egne datoer"),
            help_text=_("Det, der kun sker i kampagnen, og som ikke står i kataloget."),
        ),
        InlinePanel("chosen", label=_("aktivitet"), heading=_("Udvalgte aktiviteter fra kataloget")),
        FieldPanel("search"),
    ]

    class Meta:
        verbose_name = _("kampagne")
        verbose_name_plural = _("kampagner")
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="campaign_has_length"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Den sidste dag skal være den første dag eller senere.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "campaign": campaign_view(self, timezone.now()),
        }


class CampaignDate(Orderable):
    """Something that happens once, in the campaign."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="dates")
    title = models.CharField(_("hvad?"), max_length=120)
    starts_at = models.DateTimeField(_("hvornår?"))
    place = models.CharField(_("hvor?"), max_length=160, blank=True)
    text = models.CharField(_("kort fortalt"), max_length=200, blank=True)

    panels: ClassVar = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("place")]),
        FieldPanel("text"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("begivenhed i en kampagne")
        verbose_name_plural = _("begivenheder i kampagner")

    def __str__(self) -> str:
        return self.title


class CampaignActivity(Orderable):
    """An activity of the catalogue that belongs to the campaign."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="chosen")
    activity = models.ForeignKey(
        "catalogue.Activity", on_delete=models.CASCADE, related_name="+", verbose_name=_("aktivitet")
    )

    panels: ClassVar = [FieldPanel("activity")]

    class Meta(Orderable.Meta):
        verbose_name = _("aktivitet i en kampagne")
        verbose_name_plural = _("aktiviteter i kampagner")
        constraints = [models.UniqueConstraint(fields=["campaign", "activity"], name="unique_campaign_activity")]

    def __str__(self) -> str:
        return str(self.activity)
