"""Who can go along."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.fields import ChoiceSetField
from catalogue.models import Area, Organisation

from ..escorts.choices import FreeTime, Help
from .unit import Unit


class Escort(models.Model):
    """A user, an organisation or a unit (the home care) that goes along: where, when and how."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="escorts", verbose_name=_("bruger")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, related_name="escorts", verbose_name=_("arrangør")
    )
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, null=True, related_name="escorts", verbose_name=_("enhed"))
    areas = models.ManyToManyField(Area, related_name="+", verbose_name=_("områder"))
    helps = ChoiceSetField(_("kan"), options=Help)
    # None chosen: it is agreed from time to time.
    free = ChoiceSetField(_("har tid"), options=FreeTime, blank=True)
    active = models.BooleanField(_("kan spørges"), default=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("følger")
        verbose_name_plural = _("følgere")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(user__isnull=False, organisation__isnull=True, unit__isnull=True)
                | models.Q(user__isnull=True, organisation__isnull=False, unit__isnull=True)
                | models.Q(user__isnull=True, organisation__isnull=True, unit__isnull=False),
                name="escort_is_one_of_three",
            ),
            models.UniqueConstraint(fields=["user"], name="escort_once_a_user"),
            models.UniqueConstraint(fields=["organisation"], name="escort_once_an_organisation"),
            models.UniqueConstraint(fields=["unit"], name="escort_once_a_unit"),
        ]

    def __str__(self) -> str:
        return str(self.user or self.organisation or self.unit)
