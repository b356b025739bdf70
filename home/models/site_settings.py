"""What the whole site says about itself: who is behind it, and whom to ring."""

from __future__ import annotations

from copy import copy
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from catalogue.kept import kept

from ..queries.sites import site_of
from ..theme.colours import ACCENT, PRIMARY, fault_of_accent, fault_of_primary
from ..theme.stylesheet import address, stylesheet

A_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}\Z", _("Skriv farven som # og seks tegn: #14524a."))
COLOUR_WIDGET = forms.TextInput(attrs={"type": "color"})


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """The sender of the portal and its contact points, one row a site."""

    name = models.CharField(_("portalens navn"), max_length=100, default="Indsatskataloget")
    publisher = models.CharField(_("udgiver"), max_length=100, blank=True)
    phone = models.CharField(
        _("telefon"),
        max_length=30,
        blank=True,
        help_text=_("Et nummer, hvor et menneske svarer."),
    )
    phone_hours = models.CharField(_("telefonen er åben"), max_length=100, blank=True)
    email = models.EmailField(_("mail"), blank=True)
    accessibility_statement = models.URLField(
        _("tilgængelighedserklæring"),
        blank=True,
        help_text=_(
            "Adressen på jeres erklæring hos was.digst.dk. Indtil den står her, viser /was portalens egen side."
        ),
    )
    primary_colour = models.CharField(
        _("farven på knapper"),
        max_length=7,
        default=PRIMARY,
        validators=[A_COLOUR],
        help_text=_("En mørk farve. Der står hvid tekst på den. Den lysere udgave til mørk skærm laver portalen selv."),
    )
    accent_colour = models.CharField(
        _("farven bag det, der er vigtigt"),
        max_length=7,
        default=ACCENT,
        validators=[A_COLOUR],
        help_text=_("En lys farve. Den ligger bag »Ring til os« og øverst på forsiden."),
    )

    panels: ClassVar = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("publisher")], heading=_("Portalen")),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("phone_hours"), FieldPanel("email")],
            heading=_("Kontakt"),
        ),
        FieldPanel("accessibility_statement"),
        MultiFieldPanel(
            [FieldPanel("primary_colour", widget=COLOUR_WIDGET), FieldPanel("accent_colour", widget=COLOUR_WIDGET)],
            heading=_("Farver"),
        ),
    ]

    class Meta:
        verbose_name = _("portalens oplysninger")

    @classmethod
    def for_request(cls, request: HttpRequest) -> SiteSettings:
        """The settings of the request's site; no query while the content stays the same."""
        name, site = cls.get_cache_attr_name(), site_of(request)
        if site is None or hasattr(request, name):
            return super().for_request(request)
        settings: Any = copy(_settings_of(site.pk))
        settings._request = request
        setattr(request, name, settings)
        return settings

    def clean(self) -> None:
        """Refuses colours that people cannot read on, and says which of the same hue they can."""
        super().clean()
        self.primary_colour, self.accent_colour = self.primary_colour.lower(), self.accent_colour.lower()
        if not all(map(A_COLOUR.regex.search, (self.primary_colour, self.accent_colour))):
            return  # the field itself says so
        faults = {
            "primary_colour": fault_of_primary(self.primary_colour),
            "accent_colour": fault_of_accent(self.accent_colour, self.primary_colour),
        }
        if any(faults.values()):
            raise ValidationError({name: fault for name, fault in faults.items() if fault})

    @property
    def theme(self) -> str:
        """The style sheet of the site's own colours; "" while they are the portal's."""
        return stylesheet(self.primary_colour, self.accent_colour)

    @property
    def theme_address(self) -> str:
        """Where that style sheet is; "" when there is none."""
        return address(self.theme) if self.theme else ""


@kept
def _settings_of(site_pk: int) -> SiteSettings:
    return SiteSettings.base_queryset().get_or_create(site_id=site_pk)[0]
