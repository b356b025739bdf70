"""Who has been written to about late referrals, and in which week."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OverdueLetter(models.Model):
    """One mail to a user in the week that `monday` names; written before it is sent, taken back when it cannot be."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("hvem")
    )
    monday = models.DateField(_("ugens mandag"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail om forsinkede henvisninger")
        verbose_name_plural = _("mails om forsinkede henvisninger")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "monday"], name="overdue_letter_once_a_week")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
