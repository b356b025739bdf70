"""What is known of the places of an activity that somebody waits for."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Activity


class WaitingLine(models.Model):
    """One for each activity that somebody has waited for; it says nothing of anybody.

    Its row is locked while places are given on, so that each is told of once.
    """

    activity = models.OneToOneField(
        Activity, on_delete=models.CASCADE, related_name="waiting_line", verbose_name=_("aktivitet")
    )
    # How many places were left when somebody was last told.
    places_seen = models.PositiveIntegerField(_("ledige pladser sidst"), default=0)
    # How many have left it since, and whose place nobody has been told of.
    freed = models.PositiveIntegerField(_("pladser, der er blevet ledige"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("venteliste")
        verbose_name_plural = _("ventelister")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
