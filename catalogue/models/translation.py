"""A few words about an activity in another language than Danish."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from ..choices import Language

OTHERS = [(value, label) for value, label in Language.choices if value != Language.DANISH]


class ActivityTranslation(models.Model):
    """Title and text in one language, as somebody who writes it well has put them."""

    activity = ParentalKey("catalogue.Activity", on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("sprog"), max_length=8, choices=OTHERS)
    title = models.CharField(_("titel på sproget"), max_length=200)
    text = models.TextField(
        _("kort tekst på sproget"),
        max_length=600,
        help_text=_("Hvad det er, hvornår, hvor, og hvordan man kommer med. Skrevet af en, der kan sproget godt."),
    )

    class Meta:
        verbose_name = _("tekst på et andet sprog")
        verbose_name_plural = _("tekster på andre sprog")
        ordering = ["language", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["activity", "language"], name="unique_activity_language"),
            models.CheckConstraint(
                condition=models.Q(language__in=[value for value, _label in OTHERS]), name="translation_language_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_language_display()}: {self.title}"  # type: ignore[attr-defined]
