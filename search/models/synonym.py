"""Words for the same thing, kept by editors."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .lines import lines_of

FEWEST = 2


class Synonym(models.Model):
    """Words that mean the same: whoever searches for one finds what says another."""

    words = models.TextField(
        _("ord for det samme"),
        help_text=_("Ét ord eller udtryk på hver linje. Søger nogen på et af dem, finder de det, der bruger et andet."),
    )

    class Meta:
        verbose_name = _("synonym")
        verbose_name_plural = _("synonymer")
        ordering = ["words"]

    def __str__(self) -> str:
        return ", ".join(self.word_list)

    @property
    def word_list(self) -> tuple[str, ...]:
        """The words."""
        return lines_of(self.words)

    def clean(self) -> None:
        """Refuses a word that is alone: it would mean the same as nothing."""
        super().clean()
        if len(self.word_list) < FEWEST:
            raise ValidationError({"words": _("Skriv mindst to ord, hvert på sin linje.")})
