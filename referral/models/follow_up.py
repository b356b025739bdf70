"""Asking how it goes, after somebody has begun to come."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import EncryptedTextField
from ..life.choices import Company, Decision
from .append_only import WrittenOnce
from .referral import Referral

# So many months after somebody came for the first time they are asked.
MONTHS = (1, 3, 6)


class FollowUp(WrittenOnce):
    """One time of asking. What was written wrongly is asked again, not changed."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="follow_ups")
    at = models.DateTimeField(_("hvornår"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("hvem")
    )
    # One of `MONTHS`; empty when it was asked at another time.
    month = models.PositiveSmallIntegerField(_("måned"), null=True)
    decision = models.CharField(_("hvad så"), max_length=12, choices=Decision.choices)
    # Since the last time it was asked; empty when nobody knows.
    attended = models.PositiveSmallIntegerField(_("antal gange"), null=True)
    company = EncryptedTextField(_("nogen at være sammen med"), choices=Company.choices)
    note = EncryptedTextField(_("note"), blank=True, default="")

    stays_with_referral = ("company",)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("opfølgning")
        verbose_name_plural = _("opfølgninger")
        ordering = ["at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "month"],
                condition=models.Q(month__isnull=False),
                name="follow_up_once_a_month",
            ),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True) | models.Q(month__in=MONTHS), name="follow_up_month_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
