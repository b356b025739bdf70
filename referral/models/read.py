"""Who has read which referral."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Organisation

from ..life.choices import ReadKind
from .append_only import WrittenOnce
from .escort import Escort
from .referral import Referral


class ReferralRead(WrittenOnce):
    """One reading."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="reads")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("hvem")
    )
    # Set where an organisation has read it by a link, without a login.
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("arrangør")
    )
    # Set where whoever goes along has read it by a link, without a login.
    escort = models.ForeignKey(Escort, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("følger"))
    kind = models.CharField(_("hvad"), max_length=10, choices=ReadKind.choices)
    at = models.DateTimeField(_("hvornår"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("læsning")
        verbose_name_plural = _("læsninger")
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["referral", "-at"], name="referral_read_latest")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
