"""The words that the catalogue uses, for spelling correction and for knowing what is not there."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class KnownWord(models.Model):
    """A word as written, in lower case, with the number of entries that use it when it was last counted."""

    form = models.CharField(max_length=60, primary_key=True)
    texts = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("kendt ord")
        verbose_name_plural = _("kendte ord")
        constraints = [models.CheckConstraint(condition=models.Q(texts__gt=0), name="known_word_is_used")]

    def __str__(self) -> str:
        return self.form
