"""Who refers: a surgery, a team of the home care, a library."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Area

from ..life.choices import UnitKind


class Unit(models.Model):
    """A place or a team whose people refer, and see what each other has referred."""

    name = models.CharField(_("navn"), max_length=120, unique=True)
    kind = models.CharField(_("hvad er det"), max_length=20, choices=UnitKind.choices)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="units", verbose_name=_("område"))
    mail = models.EmailField(_("mailadresse"), blank=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="referral.UnitMember", related_name="units", verbose_name=_("medarbejdere")
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("enhed")
        verbose_name_plural = _("enheder")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UnitMember(models.Model):
    """Somebody who works in a unit."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="unit_members", verbose_name=_("enhed"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="unit_memberships",
        verbose_name=_("medarbejder"),
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("medarbejder i en enhed")
        verbose_name_plural = _("medarbejdere i enheder")
        ordering = ["user__first_name", "user__last_name", "pk"]
        constraints = [models.UniqueConstraint(fields=["unit", "user"], name="unit_member_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.user}"
