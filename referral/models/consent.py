"""What the person has said yes to, in which words."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..life.choices import ConsentKind, GivenHow
from .referral import Referral


class Consent(models.Model):
    """One yes. It stands until it is withdrawn."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(_("samtykke til"), max_length=12, choices=ConsentKind.choices)
    given_at = models.DateTimeField(_("givet"))
    given_how = models.CharField(_("hvordan"), max_length=10, choices=GivenHow.choices, default=GivenHow.ORALLY)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("skrevet af")
    )
    wording = models.TextField(_("ordene"))
    wording_version = models.PositiveSmallIntegerField(_("ordenes udgave"))
    withdrawn_at = models.DateTimeField(_("trukket tilbage"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        ordering = ["given_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "kind"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="consent_standing_once_per_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
