"""How to reach the person; only if they want to be contacted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..fields import EncryptedTextField
from ..life.choices import Way
from .referral import Referral


class Contact(models.Model):
    """First name, and a telephone number or an address; unreadable in the database."""

    referral = models.OneToOneField(Referral, on_delete=models.CASCADE, related_name="contact")
    first_name = EncryptedTextField(_("fornavn"))
    phone = EncryptedTextField(_("telefon"), blank=True, default="")
    address = EncryptedTextField(_("adresse"), blank=True, default="")
    # One of `Way`.
    way = EncryptedTextField(_("helst"), choices=Way.choices)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("kontaktoplysninger")
        verbose_name_plural = _("kontaktoplysninger")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def way_label(self) -> str:
        """How the person would like to be reached, in words."""
        return str(Way(self.way).label)
