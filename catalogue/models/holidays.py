"""The holidays of an area's schools, as editors keep them; the public holidays are computed."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from .area import Area

# A summer holiday is six weeks; what is longer is a wrong year.
MOST_DAYS = 120


class HolidayCalendar(ClusterableModel):
    """A school year's holidays in an area and all its parts."""

    name = models.CharField(_("navn"), max_length=120, help_text=_("For eksempel »Skoleferier i Slagelse 2026/27«."))
    area = models.ForeignKey(
        Area,
        on_delete=models.CASCADE,
        related_name="holiday_calendars",
        verbose_name=_("område"),
    )

    class Meta:
        verbose_name = _("feriekalender")
        verbose_name_plural = _("feriekalendere")
        ordering = ["area__name", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                name="holiday_calendar_named_once",
                violation_error_message=_("Området har allerede en kalender med det navn."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class HolidaySpan(models.Model):
    """One holiday, from its first day to its last; weekends may be left out or not."""

    calendar = ParentalKey(HolidayCalendar, on_delete=models.CASCADE, related_name="spans")
    name = models.CharField(_("navn"), max_length=60, help_text=_("For eksempel »Efterårsferie«."))
    first_day = models.DateField(_("første feriedag"))
    last_day = models.DateField(_("sidste feriedag"))

    class Meta:
        verbose_name = _("ferie")
        verbose_name_plural = _("ferier")
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")), name="holiday_days_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.first_day} - {self.last_day}"

    def clean(self) -> None:
        """Refuses a holiday that ends before it begins, or takes too long to be one."""
        super().clean()
        if not self.first_day or not self.last_day:
            return
        if self.last_day < self.first_day:
            raise ValidationError({"last_day": _("Den sidste feriedag kan ikke ligge før den første.")})
        if (self.last_day - self.first_day).days >= MOST_DAYS:
            raise ValidationError({"last_day": _("Det er for langt for en ferie. Er årstallet rigtigt?")})
