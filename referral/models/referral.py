"""One person's referral: what was proposed, who looks after it, and when next."""

from __future__ import annotations

import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalogue.choices import Language
from catalogue.models import Area

from ..fields import EncryptedTextField
from ..life.choices import AgeSpan, CloseReason, UnitKind
from ..needs import Needs
from ..querysets import ReferralQuerySet
from ..slips.codes import CODE_LENGTH, new_code
from .owning import protect_while_open
from .unit import Unit


class Referral(models.Model):
    """A proposal of activities to one person, followed until it is known whether it helped.

    Who the person is stands in `Contact`, and only if they want to be contacted.
    """

    code = models.CharField(_("kode"), max_length=CODE_LENGTH, unique=True, default=new_code, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("henvist af"))
    # What the unit was then: units change.
    referrer_kind = models.CharField(_("henvisers slags"), max_length=20, choices=UnitKind.choices)
    referrer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="referrals_made",
        verbose_name=_("henviser"),
    )
    created_at = models.DateTimeField(_("henvist"))
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="referrals", verbose_name=_("område"))
    age_span = models.CharField(_("alder"), max_length=6, choices=AgeSpan.choices, default=AgeSpan.UNKNOWN)
    language = models.CharField(_("sprog"), max_length=5, choices=Language.choices, default=Language.DANISH)
    # `kept_needs` reads and writes it: what the finder asks, without age and area.
    needs_kept = EncryptedTextField(_("ønsker og behov"), blank=True, default="")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=protect_while_open,
        null=True,
        related_name="referrals_owned",
        verbose_name=_("ansvarlig"),
    )
    next_on = models.DateField(_("næste dato"), null=True)
    closed_at = models.DateTimeField(_("afsluttet"), null=True)
    close_reason = models.CharField(_("afsluttet fordi"), max_length=20, choices=CloseReason.choices, blank=True)
    # Raised by every write, so that nobody writes on top of what they have not seen.
    version = models.PositiveIntegerField(default=1)
    activities = models.ManyToManyField(
        "catalogue.Activity", through="referral.ReferralActivity", related_name="+", verbose_name=_("aktiviteter")
    )

    objects: ClassVar = ReferralQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("henvisning")
        verbose_name_plural = _("henvisninger")
        ordering = ["next_on", "pk"]
        # What the roles hold; no group gets the rights to the table itself.
        default_permissions = ()
        permissions = [
            ("refer", _("Kan henvise")),
            ("receive", _("Kan svare på henvisninger til sin arrangør")),
            ("follow", _("Kan følge op på henvisninger")),
            ("coordinate", _("Kan se, hvad der ligger stille, og give henvisninger videre")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=False) | models.Q(owner__isnull=False, next_on__isnull=False),
                name="referral_open_has_owner_and_date",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, close_reason="")
                | models.Q(closed_at__isnull=False) & ~models.Q(close_reason=""),
                name="referral_closed_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["next_on"], condition=models.Q(closed_at__isnull=True), name="referral_open_next"),
            models.Index(fields=["closed_at"], name="referral_closed"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether anything is still to be done."""
        return self.closed_at is None

    def is_overdue(self, today: datetime.date) -> bool:
        """Whether somebody should have looked at it before `today`."""
        return self.is_open and self.next_on is not None and self.next_on < today

    @property
    def needs(self) -> Needs:
        """What the person wants and needs, to ask the finder with."""
        from ..life.kept_needs import read_needs

        return read_needs(self)
