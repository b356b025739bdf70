"""What has come of a referral so far."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import EncryptedTextField
from ..life.choices import Company, ConsentKind
from .referral import Referral

LEAST_TILS, MOST_TILS = 3, 9


class Outcome(models.Model):
    """One row for a referral, raised by every follow-up. The answers are unreadable in the database."""

    referral = models.OneToOneField(Referral, on_delete=models.CASCADE, related_name="outcome")
    attended = models.PositiveIntegerField(_("antal gange"), default=0)
    # The latest answer that was known.
    company = EncryptedTextField(_("nogen at være sammen med"), choices=Company.choices, blank=True, default="")
    # T-ILS, the sum of three answers, as digits; empty when not asked, or without consent.
    tils_before = EncryptedTextField(_("T-ILS før"), blank=True, default="")
    tils_after = EncryptedTextField(_("T-ILS efter"), blank=True, default="")

    # Answers on a list say nothing of who somebody is; the numbers go when the yes they hang on is taken back.
    stays_with_referral = ("company", "tils_before", "tils_after")
    forgotten_with: ClassVar = {ConsentKind.TILS: ("tils_before", "tils_after")}

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("udbytte")
        verbose_name_plural = _("udbytter")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
