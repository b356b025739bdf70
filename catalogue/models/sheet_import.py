"""A file that somebody has uploaded, and what its trial said, until it is read in or forgotten."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    """How far a file has come."""

    TRIED = "proevet", _("Prøvet, ikke læst ind")
    DONE = "laest_ind", _("Læst ind")


class ImportKind(models.TextChoices):
    """What sort of file it is."""

    SHEET = "regneark", _("Regneark med aktiviteter")
    ORGANISATIONS = "arrangoerer", _("Regneark med arrangører")
    VENUES = "steder", _("Regneark med steder")
    PROGRAMME = "program", _("Et steds program")


class Outcome(models.TextChoices):
    """What a row would do, or did."""

    NEW = "ny", _("Ny")
    CHANGED = "aendret", _("Ændret")
    UNCHANGED = "uaendret", _("Uændret")
    REFUSED = "afvist", _("Afvist")


class SheetImport(models.Model):
    """Kept for some days, so that nobody has to upload a file twice; see `catalogue.actions.purge_imports`."""

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(_("fil"), max_length=200)
    kind = models.CharField(max_length=20, choices=ImportKind.choices, default=ImportKind.SHEET)
    options = models.JSONField(default=dict)
    content = models.BinaryField()
    created_at = models.DateTimeField(_("uploadet"), auto_now_add=True)
    tried_at = models.DateTimeField(_("prøvet"))
    done_at = models.DateTimeField(_("læst ind"), null=True, blank=True)
    state = models.CharField(max_length=20, choices=ImportState.choices, default=ImportState.TRIED)
    fingerprint = models.CharField(max_length=64)
    notes = models.JSONField(default=list)

    class Meta:
        verbose_name = _("indlæsning")
        verbose_name_plural = _("indlæsninger")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.file_name


class SheetImportRow(models.Model):
    """What one row would do, or did: `changes` are [heading, old, new], the others [heading, message]."""

    sheet_import = models.ForeignKey(SheetImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    title = models.CharField(max_length=200)
    activity = models.PositiveBigIntegerField(null=True)  # or the organisation, or the venue
    publishes = models.BooleanField(default=True)
    changes = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    hints = models.JSONField(default=list)

    class Meta:
        verbose_name = _("række")
        verbose_name_plural = _("rækker")
        ordering = ["number", "pk"]
        indexes = [models.Index(fields=["sheet_import", "outcome"], name="import_row_outcome")]

    def __str__(self) -> str:
        return f"{self.number}: {self.get_outcome_display()}"
