"""The form "Foreslå en aktivitet"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from catalogue.civil_numbers import names_civil_number
from catalogue.models import Area

from ..forms import CIVIL_NUMBER
from ..models.suggestion import MOST_DESCRIPTION, MOST_LINE, MOST_PHONE, MOST_TITLE
from .choices import Relation

TOO_LONG = _("Din tekst er for lang. Skriv højst %(limit_value)d tegn.")
A_PHONE = RegexValidator(r"^\+?[0-9() \N{NO-BREAK SPACE}-]{8,30}$", _("Skriv et telefonnummer med otte tal."))
A_MAIL = _("Skriv en mailadresse, for eksempel navn@forening.dk.")


def text_field(most: int, missing: str = "", **kwargs: Any) -> forms.CharField:
    messages = {"required": missing, "max_length": TOO_LONG}
    return forms.CharField(required=bool(missing), max_length=most, error_messages=messages, **kwargs)


def _mail() -> forms.EmailField:
    return forms.EmailField(required=False, error_messages={"invalid": A_MAIL, "max_length": TOO_LONG})


class SuggestionForm(forms.Form):
    """What is suggested, and who suggests it. `homepage` is a trap for machines."""

    title = text_field(MOST_TITLE, _("Skriv, hvad det hedder."))
    description = text_field(MOST_DESCRIPTION, _("Skriv, hvad der sker."))
    place = text_field(MOST_LINE, _("Skriv, hvor det er."))
    area = forms.ModelChoiceField(
        Area.objects.all(), required=False, error_messages={"invalid_choice": _("Vælg et område på listen.")}
    )
    time = text_field(MOST_LINE, _("Skriv, hvornår det er."))
    organiser = text_field(MOST_LINE)
    price = text_field(MOST_LINE)
    phone = text_field(MOST_PHONE, validators=[A_PHONE])
    email = _mail()
    relation = forms.ChoiceField(
        choices=Relation.choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvad du har med det at gøre.")),
    )
    own_email = _mail()
    homepage = forms.CharField(required=False)
    ticket = forms.CharField(required=False)

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(_("Lad feltet med hjemmesiden være tomt."))
        return ""

    def clean(self) -> None:
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str) and name != "ticket" and names_civil_number(value):
                self.add_error(name, CIVIL_NUMBER)

    def typed(self) -> dict[str, Any]:
        """What was typed, by the names of the suggestion's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("homepage", "ticket")}
