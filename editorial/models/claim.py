"""Claims: somebody says that an organisation is theirs."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..claims.choices import ClaimStatus
from .handled import Handled

MOST_NAME = 120
MOST_POSITION = 100
MOST_EVIDENCE = 500


class Claim(Handled):
    """One claim. Who it was is forgotten once it is answered: whoever is let in is a user then."""

    organisation = models.ForeignKey(
        "catalogue.Organisation", on_delete=models.CASCADE, related_name="claims", verbose_name=_("arrangør")
    )
    name = models.CharField(_("navn"), max_length=MOST_NAME, blank=True)
    own_email = models.EmailField(_("mail"), blank=True)
    position = models.CharField(_("rolle i foreningen"), max_length=MOST_POSITION, blank=True)
    evidence = models.TextField(_("sådan kan I se, at det passer"), max_length=MOST_EVIDENCE, blank=True)
    language = models.CharField(_("sprog"), max_length=5, default="da", editable=False)
    created_at = models.DateTimeField(_("modtaget"), auto_now_add=True)
    status = models.CharField(_("status"), max_length=10, choices=ClaimStatus.choices, default=ClaimStatus.NEW)
    reason = models.TextField(
        _("svar til den, der skrev"),
        max_length=MOST_EVIDENCE,
        blank=True,
        help_text=_("Bliver sendt på mail. Skal skrives, når du afviser."),
    )
    note = models.TextField(_("note"), max_length=MOST_EVIDENCE, blank=True, help_text=_("Kun redaktionen ser det."))

    class Meta:
        verbose_name = _("krav om adgang")
        verbose_name_plural = _("krav om adgang")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=ClaimStatus.values), name="claim_status_known"),
            models.CheckConstraint(
                condition=models.Q(status="ny", handled_at__isnull=True)
                | (~models.Q(status="ny") & models.Q(handled_at__isnull=False)),
                name="claim_handled_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(status="ny") | models.Q(name="", own_email="", position="", evidence=""),
                name="claim_person_gone_when_handled",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="afvist") | ~models.Q(reason=""), name="claim_rejected_with_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="claim_queue")]

    def __str__(self) -> str:
        return str(self.organisation)
