"""Mails that have not been sent yet."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_SUBJECT = 200


class Letter(models.Model):
    """One mail to one person, kept until the mail server has taken it, and no longer."""

    to = models.EmailField(_("til"))
    subject = models.CharField(_("emne"), max_length=MOST_SUBJECT)
    body = models.TextField(_("tekst"))
    html = models.TextField(_("tekst som HTML"), blank=True)
    created_at = models.DateTimeField(_("skrevet"), auto_now_add=True)
    tried_at = models.DateTimeField(_("sidst forsøgt"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("forsøg"), default=0)
    claimed_until = models.DateTimeField(_("bliver sendt indtil"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail, der venter")
        verbose_name_plural = _("mails, der venter")
        ordering = ["created_at", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.subject
