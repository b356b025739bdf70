"""Answers about accessibility: yes or no, and a note. No row means that nobody knows."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ..choices import AccessibilityFeature


class AccessibilityAnswer(models.Model):
    """One answered feature."""

    feature = models.CharField(_("hvad"), max_length=30, choices=AccessibilityFeature.choices)
    holds = models.BooleanField(
        _("svar"),
        choices=[(True, _("Ja")), (False, _("Nej"))],
        help_text=_("Ved du det ikke, så slet linjen."),
    )
    note = models.CharField(_("bemærkning"), max_length=200, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_feature_display()}: {self.get_holds_display()}"  # type: ignore[attr-defined]


def _constraints(owner: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint(fields=[owner, "feature"], name=f"unique_{owner}_accessibility"),
        models.CheckConstraint(
            condition=models.Q(feature__in=AccessibilityFeature.values),
            name=f"{owner}_accessibility_known",
        ),
    ]


class VenueAccessibility(AccessibilityAnswer):
    """What holds for the place itself."""

    venue = ParentalKey(
        "catalogue.Venue",
        on_delete=models.CASCADE,
        related_name="accessibility_answers",
    )

    class Meta:
        verbose_name = _("tilgængelighed")
        verbose_name_plural = _("tilgængelighed")
        constraints = _constraints("venue")


class ActivityAccessibility(AccessibilityAnswer):
    """What holds for the activity; it wins over the place's answer."""

    activity = ParentalKey(
        "catalogue.Activity",
        on_delete=models.CASCADE,
        related_name="accessibility_answers",
    )

    class Meta:
        verbose_name = _("tilgængelighed")
        verbose_name_plural = _("tilgængelighed")
        constraints = _constraints("activity")
