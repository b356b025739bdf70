"""How often something came of something: numbers, and nobody in them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.choices import ActivityType

from ..life.choices import AgeSpan
from ..life.counted import Counted

QUARTER_LENGTH = 6


class OutcomeCount(models.Model):
    """One cell. It hangs from nothing: people are forgotten, activities and areas deleted, and the number stands.

    Read it through `referral.counts.shown` alone: a cell of one is a person.
    """

    # Empty when the activity was deleted before the referral was closed.
    activity_uuid = models.CharField(_("aktivitet"), max_length=36, blank=True)
    type = models.CharField(_("del af kataloget"), max_length=20, choices=ActivityType.choices, blank=True)
    area = models.CharField(_("område"), max_length=255)
    quarter = models.CharField(_("kvartal"), max_length=QUARTER_LENGTH)
    age_span = models.CharField(_("alder"), max_length=6, choices=AgeSpan.choices)
    outcome = models.CharField(_("udbytte"), max_length=12, choices=Counted.choices)
    count = models.PositiveIntegerField(_("antal"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("optælling af udbytte")
        verbose_name_plural = _("optællinger af udbytte")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["activity_uuid", "type", "area", "quarter", "age_span", "outcome"], name="outcome_count_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quarter}: {self.count}"
