"""A few activities that somebody has been given, for a while; nothing in it tells who."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.choices import Language

from ..slips.codes import CODE_LENGTH, KEY_LENGTH, new_code, new_key

MOST_ENTRIES = 6


class Slip(models.Model):
    """A slip. Whoever has the `code` sees it until it expires; whoever has the `key` made it, and may withdraw it."""

    code = models.CharField(_("kode"), max_length=CODE_LENGTH, unique=True, default=new_code, editable=False)
    key = models.CharField(_("nøgle"), max_length=KEY_LENGTH, unique=True, default=new_key, editable=False)
    language = models.CharField(_("sprog"), max_length=5, choices=Language.choices, default=Language.DANISH)
    created_at = models.DateTimeField(_("lavet"))
    expires_at = models.DateTimeField(_("gælder til"))
    withdrawn_at = models.DateTimeField(_("trukket tilbage"), null=True, blank=True)
    activities = models.ManyToManyField(
        "catalogue.Activity", through="referral.SlipEntry", related_name="+", verbose_name=_("aktiviteter")
    )

    # A slip is no use of an activity: it must not stand in the way of deleting it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("seddel")
        verbose_name_plural = _("sedler")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")), name="slip_expires_after_it_was_made"
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="slip_expiry")]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def is_open(self, now: datetime) -> bool:
        """Whether its short address shows anything at `now` (aware)."""
        return self.withdrawn_at is None and now < self.expires_at


class SlipEntry(models.Model):
    """One of the activities on a slip, in the order they were proposed."""

    slip = models.ForeignKey(Slip, on_delete=models.CASCADE, related_name="entries")
    activity = models.ForeignKey("catalogue.Activity", on_delete=models.CASCADE, related_name="slip_entries")
    position = models.PositiveSmallIntegerField(_("plads"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("forslag på en seddel")
        verbose_name_plural = _("forslag på sedler")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["slip", "activity"], name="slip_activity_once"),
            models.UniqueConstraint(fields=["slip", "position"], name="slip_position_once"),
            models.CheckConstraint(condition=models.Q(position__lt=MOST_ENTRIES), name="slip_of_six_at_most"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.activity}"
