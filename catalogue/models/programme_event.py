"""Which activity an event of a place's calendar became, so that it is known again."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .venue import Venue


class ProgrammeEvent(models.Model):
    """The UID of an event in the calendar of a place."""

    venue = models.ForeignKey(Venue, on_delete=models.CASCADE, related_name="programme_events")
    uid = models.CharField(max_length=255)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="programme_events")

    class Meta:
        verbose_name = _("begivenhed i et steds kalender")
        verbose_name_plural = _("begivenheder i steders kalendere")
        constraints = [models.UniqueConstraint(fields=["venue", "uid"], name="programme_event_once")]

    def __str__(self) -> str:
        return self.uid
