"""Organisations: who runs the activities."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..choices import OrganisationKind
from .editing import EditedEntry
from .identity import PublicIdentity


class Organisation(PublicIdentity, EditedEntry):
    """A kommune, an association or another body that runs activities."""

    name = models.CharField(_("navn"), max_length=200)
    kind = models.CharField(_("slags"), max_length=30, choices=OrganisationKind.choices)
    summary = models.TextField(_("kort om arrangøren"), blank=True)
    phone = models.CharField(_("telefon"), max_length=30, blank=True)
    email = models.EmailField(_("mail"), blank=True)
    website = models.URLField(_("hjemmeside"), blank=True)

    preview_template = "pages/organisation.html"

    class Meta:
        verbose_name = _("arrangør")
        verbose_name_plural = _("arrangører")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganisationKind.values),
                name="organisation_kind_known",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """The page as it will be, without what it runs."""
        from ..presenters.contact import contact_of_organisation

        context = super().get_preview_context(request, mode_name)
        return {**context, "organisation": self, "contact": contact_of_organisation(self)}

    def get_absolute_url(self) -> str:
        return reverse("catalogue:organisation", kwargs={"slug": self.slug})
