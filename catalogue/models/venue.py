"""Venues: where activities take place."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import VenueKind
from .area import Area
from .editing import EditedEntry
from .identity import PublicIdentity
from .position import Position


class Venue(PublicIdentity, Position, EditedEntry):
    """A place; activity centres are venues with `is_centre`."""

    name = models.CharField(_("navn"), max_length=200)
    kind = models.CharField(_("slags"), max_length=30, choices=VenueKind.choices)
    is_centre = models.BooleanField(
        _("aktivitetscenter"),
        default=False,
        help_text=_("Et center har sit eget program og sin egen skærm."),
    )
    address = models.CharField(_("adresse"), max_length=200, blank=True)
    postcode = models.CharField(
        _("postnummer"),
        max_length=4,
        validators=[RegexValidator(r"^\d{4}$", _("Et postnummer har fire cifre."))],
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="venues", verbose_name=_("område"))
    transport = models.TextField(_("sådan kommer du derhen"), blank=True)
    image = models.ForeignKey(
        "images.CustomImage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("billede"),
    )

    preview_template = "pages/venue.html"

    class Meta:
        verbose_name = _("sted")
        verbose_name_plural = _("steder")
        ordering = ["name"]
        constraints = [
            *Position.constraints("venue"),
            models.CheckConstraint(condition=models.Q(kind__in=VenueKind.values), name="venue_kind_known"),
            models.CheckConstraint(
                condition=models.Q(postcode__regex=r"^\d{4}$"),
                name="venue_postcode_four_digits",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The page as it will be, without what takes place there."""
        from ..presenters.accessibility import answers_of_venue
        from ..presenters.way import way_to

        return {
            **super().get_preview_context(request, mode_name),
            "venue": self,
            "way": way_to(self),
            "accessibility": answers_of_venue(self),
        }

    def get_absolute_url(self) -> str:
        return reverse("catalogue:venue", kwargs={"slug": self.slug})
