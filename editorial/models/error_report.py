"""What readers say is wrong with an activity."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import ReportKind, ReportStatus
from .handled import Handled

MOST_WORDS = 1000
MOST_CONTACT = 120
MOST_NOTE = 500


class ErrorReport(Handled):
    """One report. `contact` is there only while somebody may still need to ask; nothing else tells who wrote it."""

    activity = models.ForeignKey(
        "catalogue.Activity",
        on_delete=models.CASCADE,
        related_name="error_reports",
        verbose_name=_("aktivitet"),
    )
    kind = models.CharField(_("hvad er der galt?"), max_length=10, choices=ReportKind.choices)
    words = models.TextField(_("med læserens ord"), max_length=MOST_WORDS, blank=True)
    contact = models.CharField(_("telefon eller mail"), max_length=MOST_CONTACT, blank=True)
    created_at = models.DateTimeField(_("modtaget"), auto_now_add=True)
    status = models.CharField(_("status"), max_length=10, choices=ReportStatus.choices, default=ReportStatus.NEW)
    note = models.TextField(
        _("note"), max_length=MOST_NOTE, blank=True, help_text=_("Hvad har du gjort? Kun redaktionen ser det.")
    )

    class Meta:
        verbose_name = _("fejlmelding")
        verbose_name_plural = _("fejlmeldinger")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=ReportKind.values), name="report_kind_known"),
            models.CheckConstraint(condition=models.Q(status__in=ReportStatus.values), name="report_status_known"),
            models.CheckConstraint(
                condition=models.Q(status=ReportStatus.NEW, handled_at__isnull=True)
                | (~models.Q(status=ReportStatus.NEW) & models.Q(handled_at__isnull=False)),
                name="report_handled_has_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(status=ReportStatus.NEW) | models.Q(contact=""),
                name="report_contact_gone_when_handled",
            ),
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="report_queue")]

    def __str__(self) -> str:
        return f"{self.activity}: {self.get_kind_display()}"
