"""Concepts kept by editors, beside those of the data files."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from catalogue.models import Interest, TargetGroup

from .lines import lines_of


class Concept(ClusterableModel):
    """Something people say in their own words, tied to what the catalogue calls it."""

    label = models.CharField(_("begreb"), max_length=80, unique=True, help_text=_("Fx »Nogen at følges med«."))
    said = models.TextField(
        _("sådan siger folk det"),
        blank=True,
        help_text=_(
            "Ét udtryk på hver linje, også hele sætninger: »jeg tør ikke gå alene«. Bøjninger findes af sig selv."
        ),
    )
    words = models.TextField(
        _("sådan står det i kataloget"),
        blank=True,
        help_text=_("Ét ord på hver linje: dem leder søgningen efter i titler og beskrivelser."),
    )
    interests = ParentalManyToManyField(Interest, blank=True, related_name="+", verbose_name=_("interesser"))
    target_groups = ParentalManyToManyField(TargetGroup, blank=True, related_name="+", verbose_name=_("for hvem"))

    class Meta:
        verbose_name = _("begreb")
        verbose_name_plural = _("begreber")
        ordering = ["label"]

    def __str__(self) -> str:
        return self.label

    @property
    def said_list(self) -> tuple[str, ...]:
        """The phrases."""
        return lines_of(self.said)

    @property
    def word_list(self) -> tuple[str, ...]:
        """The words of the catalogue."""
        return lines_of(self.words)

    def clean(self) -> None:
        """Refuses a concept that nobody can say."""
        super().clean()
        if not self.said_list and not self.word_list:
            raise ValidationError({"said": _("Skriv mindst ét udtryk, som folk bruger.")})
