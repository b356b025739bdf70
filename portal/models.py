"""What the portal as a whole keeps in the database."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContentVersion(models.Model):
    """The one row that says which content the portal shows now, so that all processes agree.

    `token` is new whenever something changes that visitors see. It is drawn at random: a number would come back after
    a database is restored, and bring old pages with it.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    token = models.CharField(max_length=32)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("indholdets version")
        verbose_name_plural = _("indholdets versioner")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="content_version_is_one_row")]

    def __str__(self) -> str:
        return self.token
