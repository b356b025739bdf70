"""That somebody goes along, on one day, with one person."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..escorts.choices import OPEN, EscortState, Help
from ..fields import EncryptedTextField
from .escort import Escort
from .referral_activity import ReferralActivity


class EscortArrangement(models.Model):
    """Of a proposed activity there is one open arrangement at most. Where they meet and how it went is encrypted."""

    entry = models.ForeignKey(ReferralActivity, on_delete=models.CASCADE, related_name="escort_arrangements")
    created_at = models.DateTimeField(_("aftalt"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("hvem")
    )
    from_where = EncryptedTextField(_("mødested"))
    meets_at = models.DateTimeField(_("mødes"))
    help = models.CharField(_("hjælp"), max_length=8, choices=Help.choices)
    escort = models.ForeignKey(
        Escort, on_delete=models.SET_NULL, null=True, related_name="arrangements", verbose_name=_("følger")
    )
    state = models.CharField(_("tilstand"), max_length=14, choices=EscortState.choices, default=EscortState.PROPOSED)
    evaluation = EncryptedTextField(_("hvordan gik det"), blank=True, default="")
    # When the escort said yes, and when they were last written to, and reminded the day before.
    answered_at = models.DateTimeField(_("følgeren sagde ja"), null=True)
    told_at = models.DateTimeField(_("følgeren har fået besked"), null=True)
    reminded_at = models.DateTimeField(_("følgeren er mindet om det"), null=True)
    # Raised by every change, so that nobody answers to what they have not seen.
    version = models.PositiveIntegerField(default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("følgeskab")
        verbose_name_plural = _("følgeskaber")
        ordering = ["meets_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["entry"], condition=models.Q(state__in=OPEN), name="escort_one_open_arrangement"
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
