"""What has changed since it was last indexed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexChange(models.Model):
    """A thing whose document in the index is out of date.

    Written in the transaction of the change itself: rolled back with it, and there until the index has followed. A
    thing may be named several times.
    """

    kind = models.CharField(max_length=30)
    uuid = models.UUIDField()
    marked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ændring til indekset")
        verbose_name_plural = _("ændringer til indekset")

    def __str__(self) -> str:
        return f"{self.kind}:{self.uuid}"


class IndexState(models.Model):
    """The one row that processes meet at: whoever has locked it writes to the index.

    `rolled_at` is the moment up to which dates that are over have been looked for.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    rolled_at = models.DateTimeField(null=True)
    locked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("indeksets tilstand")
        verbose_name_plural = _("indeksets tilstande")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="index_state_is_one_row")]

    def __str__(self) -> str:
        return f"{self.rolled_at}"
