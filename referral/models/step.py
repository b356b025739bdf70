"""The log of a referral."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Organisation

from ..fields import EncryptedTextField
from ..life.choices import Event, State
from .append_only import WrittenOnce
from .escort import Escort
from .referral import Referral
from .referral_activity import ReferralActivity


class ReferralStep(WrittenOnce):
    """Who did what and when. `organisation` is set where an organisation answered, with or without a login."""

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="steps")
    entry = models.ForeignKey(ReferralActivity, on_delete=models.CASCADE, null=True, related_name="steps")
    event = models.CharField(_("hvad"), max_length=12, choices=Event.choices)
    from_state = models.CharField(_("fra"), max_length=12, choices=State.choices, blank=True)
    to_state = models.CharField(_("til"), max_length=12, choices=State.choices, blank=True)
    # A reason's value, or the name of the new owner; never about the person.
    detail = models.CharField(max_length=160, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("hvem")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("arrangør")
    )
    # Set where whoever goes along has answered by a link, without a login.
    escort = models.ForeignKey(Escort, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("følger"))
    at = models.DateTimeField(_("hvornår"))
    note = EncryptedTextField(_("note"), blank=True, default="")

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("skridt")
        verbose_name_plural = _("skridt")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
