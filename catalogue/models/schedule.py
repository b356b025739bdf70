"""Schedules: RFC 5545 rules in Danish local time, and what happened to single dates.

Occurrences are computed (`catalogue.recurrence`), never stored. Wall-clock date and time are kept apart and without a
zone, because the local time is what was promised: 10 o'clock stays 10 o'clock when summer time begins.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ..choices import ExceptionKind, NotIn
from ..fields import ChoiceSetField, DateSetField
from ..recurrence import Rule, validate_rrule
from ..recurrence.expansion import gives_dates

MAX_MINUTES = 14 * 24 * 60


class Schedule(models.Model):
    """One rule: the first date and time, how long it takes, how it repeats, and the dates it leaves out."""

    activity = ParentalKey("catalogue.Activity", on_delete=models.CASCADE, related_name="schedules")
    starts_on = models.DateField(_("første gang"))
    starts_at = models.TimeField(_("klokken"))
    minutes = models.PositiveIntegerField(
        _("varighed i minutter"),
        validators=[MinValueValidator(1), MaxValueValidator(MAX_MINUTES)],
    )
    rrule = models.CharField(
        _("gentagelse"),
        max_length=500,
        blank=True,
        help_text=_("En RFC 5545-regel; tom, når det sker én gang."),
    )
    exdates = DateSetField(
        _("ikke disse datoer"),
        blank=True,
        help_text=_("For eksempel helligdage, med komma imellem: 24.12.2026."),
    )

    not_in = ChoiceSetField(
        _("ikke i"),
        options=NotIn,
        blank=True,
        help_text=_("Skoleferierne er dem, der står i kalenderen for stedets kommune."),
    )

    class Meta:
        verbose_name = _("tidspunkt")
        verbose_name_plural = _("tidspunkter")
        ordering = ["starts_on", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes__gte=1, minutes__lte=MAX_MINUTES),
                name="schedule_minutes_sensible",
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_on} {self.starts_at} {self.rrule}".strip()

    def clean(self) -> None:
        """Refuses a rule that cannot be followed or never happens."""
        super().clean()
        try:
            validate_rrule(self.rrule)
        except ValidationError as error:
            raise ValidationError({"rrule": error.messages}) from error
        known = self.starts_on is not None and self.starts_at is not None
        if known and not gives_dates(Rule(self.starts_on, self.starts_at, 1, self.rrule)):
            raise ValidationError({"rrule": _("Reglen giver ingen datoer fra den første gang og frem.")})


class DateException(models.Model):
    """A single date that is cancelled or moved, with the reason that citizens see."""

    activity = ParentalKey("catalogue.Activity", on_delete=models.CASCADE, related_name="date_exceptions")
    original_date = models.DateField(_("dato"))
    original_time = models.TimeField(
        _("klokken"),
        null=True,
        blank=True,
        help_text=_("Kun nødvendigt, når der er flere gange samme dag."),
    )
    kind = models.CharField(_("hvad er der sket?"), max_length=10, choices=ExceptionKind.choices)
    reason = models.CharField(_("hvorfor?"), max_length=200, help_text=_("Det vises for alle."))
    moved_to_date = models.DateField(_("ny dato"), null=True, blank=True)
    moved_to_time = models.TimeField(_("nyt klokkeslæt"), null=True, blank=True)
    minutes = models.PositiveIntegerField(
        _("ny varighed i minutter"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MAX_MINUTES)],
    )

    class Meta:
        verbose_name = _("aflyst eller flyttet gang")
        verbose_name_plural = _("aflyste og flyttede gange")
        ordering = ["original_date", "original_time"]
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "original_date", "original_time"], name="unique_date_exception"
            ),
            models.UniqueConstraint(
                fields=["activity", "original_date"],
                condition=models.Q(original_time__isnull=True),
                name="unique_date_exception_all_day",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind=ExceptionKind.CANCELLED,
                    moved_to_date__isnull=True,
                    moved_to_time__isnull=True,
                )
                | models.Q(kind=ExceptionKind.MOVED, moved_to_date__isnull=False),
                name="date_exception_moved_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_date}: {self.get_kind_display()}"

    def clean(self) -> None:
        """Asks for the new date of a moved one, and refuses one for a cancelled."""
        super().clean()
        if self.kind == ExceptionKind.MOVED and not self.moved_to_date:
            raise ValidationError({"moved_to_date": _("Skriv den dato, som gangen er flyttet til.")})
        if self.kind == ExceptionKind.CANCELLED and (self.moved_to_date or self.moved_to_time):
            raise ValidationError({"moved_to_date": _("En aflyst gang har ingen ny dato. Vælg »Flyttet« i stedet.")})
