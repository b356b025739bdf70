"""Receipts for what has been forgotten."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..life.choices import ForgottenPart, ForgottenWhy
from .append_only import WrittenOnce


class ForgottenReferral(WrittenOnce):
    """That something of a referral was forgotten, without a word of what it was.

    `mark` is made of the referral's code alone (`privacy.ledger.mark_of`): it recognises the same row in an older
    backup, and leads nowhere else.
    """

    receipt = models.UUIDField(_("kvittering"), unique=True, default=uuid.uuid4, editable=False)
    mark = models.CharField(_("kendemærke"), max_length=64, db_index=True)
    part = models.CharField(_("hvad"), max_length=12, choices=ForgottenPart.choices)
    why = models.CharField(_("hvorfor"), max_length=10, choices=ForgottenWhy.choices)
    at = models.DateTimeField(_("hvornår"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("kvittering for noget glemt")
        verbose_name_plural = _("kvitteringer for noget glemt")
        ordering = ["at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.receipt}"
