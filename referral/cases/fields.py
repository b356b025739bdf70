"""Fields for what is written about a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalogue.civil_numbers import names_civil_number

MOST_NOTE = 1000
CIVIL_NUMBER = _("Det ligner et CPR-nummer. Slet det. Skriv kun det, der skal til for at hjælpe personen.")


def refuse_civil_number(text: str) -> None:
    """Raises ValidationError for a text with what looks like a civil registration number."""
    if names_civil_number(text):
        raise ValidationError(CIVIL_NUMBER, code="civil_number")


class WordsField(forms.CharField):
    """Free text: plain, not too long, and without a civil registration number."""

    def __init__(self, *, rows: int = 0, most: int = MOST_NOTE, missing: Any = "", **kwargs: Any) -> None:
        attrs = {"class": "form-input", "autocomplete": "off", **({"rows": rows} if rows else {})}
        kwargs.setdefault("widget", forms.Textarea(attrs=attrs) if rows else forms.TextInput(attrs=attrs))
        super().__init__(
            required=bool(missing),
            max_length=most,
            validators=[refuse_civil_number],
            error_messages={
                "required": missing,
                "max_length": _("Din tekst er for lang. Skriv højst %(limit_value)d tegn."),
            },
            **kwargs,
        )
