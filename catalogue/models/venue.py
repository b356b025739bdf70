"""Venues: where activities take place."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import VenueKind
from .area import Area
from .editing import EditedEntry
from .identity import PublicIdentity
from .position import Position

# Who has farther to go from a stop needs another way there.
MOST_METRES = 5000


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
    stop_name = models.CharField(
        _("nærmeste stoppested"),
        max_length=100,
        blank=True,
        help_text=_("For eksempel Korsør Station. Skriv det kun, hvis I ved, hvor langt der er at gå."),
    )
    stop_metres = models.PositiveIntegerField(
        _("meter fra stoppestedet"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_METRES)],
        help_text=_("Så langt, som man går, ikke i lige linje."),
    )
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
            models.CheckConstraint(
                condition=models.Q(stop_name="", stop_metres__isnull=True)
                | (~models.Q(stop_name="") & models.Q(stop_metres__isnull=False, stop_metres__range=(1, MOST_METRES))),
                name="venue_stop_with_its_distance",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Asks for the other half of what is known of the stop."""
        super().clean()
        if bool(self.stop_name) != (self.stop_metres is not None):
            empty = "stop_metres" if self.stop_name else "stop_name"
            raise ValidationError({empty: _("Skriv både stoppestedet og afstanden, eller lad begge stå tomme.")})

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
