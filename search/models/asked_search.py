"""What people searched for without finding a fitting answer: counts, and never who."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AskedStatus(models.TextChoices):
    """What an editor has said of it."""

    OPEN = "ny", _("Ny")
    DONE = "loest", _("Løst")
    HIDDEN = "skjult", _("Skjult")


class AskedSearch(models.Model):
    """Words and an area. `words` stays empty until so many have asked the same that they tell of nobody.

    `key` is a keyed hash of both; `times` counts since an editor last handled it.
    """

    key = models.CharField(max_length=64, unique=True)
    words = models.CharField(_("søgt efter"), max_length=60, blank=True)
    area = models.ForeignKey(
        "catalogue.Area", on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("område")
    )
    times = models.PositiveIntegerField(_("gange"), default=0)
    last_on = models.DateField(_("sidst"))
    status = models.CharField(_("status"), max_length=10, choices=AskedStatus.choices, default=AskedStatus.OPEN)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("behandlet af"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("søgning uden svar")
        verbose_name_plural = _("søgninger uden svar")
        ordering = ["-times", "words", "pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=AskedStatus.values), name="asked_search_status_known")
        ]
        indexes = [models.Index(fields=["status", "-times"], name="asked_search_queue")]

    def __str__(self) -> str:
        return self.words


class AskedInWeek(models.Model):
    """How often it was asked in one week, by its Monday, and how many hits there were the last time."""

    asked = models.ForeignKey(AskedSearch, on_delete=models.CASCADE, related_name="weeks")
    week = models.DateField()
    times = models.PositiveIntegerField(default=0)
    hits = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("søgning uden svar i en uge")
        verbose_name_plural = _("søgninger uden svar i en uge")
        constraints = [models.UniqueConstraint(fields=["asked", "week"], name="asked_once_a_week")]

    def __str__(self) -> str:
        return f"{self.asked}: {self.week}"
