"""The form "Er noget forkert?"."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.civil_numbers import names_civil_number

from .choices import ReportKind
from .models import MOST_CONTACT, MOST_WORDS

CIVIL_NUMBER = _("Det ligner et CPR-nummer. Slet det. Vi har ikke brug for det her.")


class ReportForm(forms.Form):
    """What is wrong, the reader's words, and how to reach them if they like. `homepage` is a trap for machines."""

    kind = forms.ChoiceField(
        choices=ReportKind.choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvad der er galt.")),
    )
    words = forms.CharField(
        required=False,
        max_length=MOST_WORDS,
        error_messages={"max_length": _("Din tekst er for lang. Skriv højst %(limit_value)d tegn.")},
    )
    contact = forms.CharField(
        required=False,
        max_length=MOST_CONTACT,
        error_messages={"max_length": _("Skriv kun et telefonnummer eller en mailadresse.")},
    )
    homepage = forms.CharField(required=False)
    ticket = forms.CharField(required=False)

    def clean_words(self) -> str:
        return self._without_civil_number("words")

    def clean_contact(self) -> str:
        return self._without_civil_number("contact")

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(_("Lad feltet med hjemmesiden være tomt."))
        return ""

    def clean(self) -> None:
        super().clean()
        data = self.cleaned_data
        if data.get("kind") == ReportKind.OTHER and not data.get("words") and "words" not in self.errors:
            self.add_error("words", _("Skriv, hvad der er galt."))

    def _without_civil_number(self, field: str) -> str:
        value = self.cleaned_data[field]
        if names_civil_number(value):
            raise forms.ValidationError(CIVIL_NUMBER)
        return value
