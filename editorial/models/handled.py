"""What everything in a queue of the editors' has: who dealt with it, and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Handled(models.Model):
    """Something that the public sent in. Both are empty while it waits; a user who is deleted leaves the time."""

    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("behandlet af"),
    )
    handled_at = models.DateTimeField(_("behandlet"), null=True, blank=True)

    # What is sent in is no use of what it mentions: it must not stand in the way of deleting it.
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
