"""What somebody changed in several activities at once, kept so that it can be undone."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class BulkChange(models.Model):
    """One change of many; `changed` holds a `catalogue.actions.change_activities.Changed` for each, as a dict."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("af")
    )
    made_at = models.DateTimeField(_("hvornår"), auto_now_add=True)
    words = models.CharField(_("hvad"), max_length=250)
    as_published = models.BooleanField(default=True)
    changed = models.JSONField(default=list)
    undone_at = models.DateTimeField(_("fortrudt"), null=True, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("ændring af flere på én gang")
        verbose_name_plural = _("ændringer af flere på én gang")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.words
