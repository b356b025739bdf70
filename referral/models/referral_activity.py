"""One of the activities that a person was referred to, and how far it has come."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.models import Activity, Organisation

from ..life.choices import DeclineReason, State
from .referral import Referral
from .slip import MOST_ENTRIES


class ReferralActivity(models.Model):
    """An activity of a referral, in the order they were proposed.

    Its name and organisation are kept here too: the activity may be deleted before the person's case is over.
    """

    referral = models.ForeignKey(Referral, on_delete=models.CASCADE, related_name="entries")
    activity = models.ForeignKey(
        Activity, on_delete=models.SET_NULL, null=True, related_name="referral_entries", verbose_name=_("aktivitet")
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, related_name="referral_entries", verbose_name=_("arrangør")
    )
    title = models.CharField(_("aktivitetens navn"), max_length=255)
    position = models.PositiveSmallIntegerField(_("plads"))
    state = models.CharField(_("tilstand"), max_length=12, choices=State.choices, default=State.NEW)
    declined_reason = models.CharField(_("hvorfor ikke"), max_length=12, choices=DeclineReason.choices, blank=True)
    since = models.DateTimeField(_("siden"))
    # When the organisation was last written to; empty until the mail server has taken the mail.
    told_at = models.DateTimeField(_("arrangøren har fået besked"), null=True)
    # While somebody waits: since when there may be room for them, and their owner knows.
    room_at = models.DateTimeField(_("måske plads siden"), null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("henvist aktivitet")
        verbose_name_plural = _("henviste aktiviteter")
        ordering = ["position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["referral", "activity"], name="referral_activity_once"),
            models.UniqueConstraint(fields=["referral", "position"], name="referral_position_once"),
            models.CheckConstraint(condition=models.Q(position__lt=MOST_ENTRIES), name="referral_of_six_at_most"),
            models.CheckConstraint(
                condition=models.Q(state=State.DECLINED) & ~models.Q(declined_reason="")
                | ~models.Q(state=State.DECLINED) & models.Q(declined_reason=""),
                name="referral_declined_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.title}"
