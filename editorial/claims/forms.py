"""The form "Er det jeres forening?"."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.civil_numbers import names_civil_number

from ..forms import CIVIL_NUMBER
from ..models.claim import MOST_EVIDENCE, MOST_NAME, MOST_POSITION
from ..suggestions.forms import A_MAIL, TOO_LONG, text_field


class ClaimForm(forms.Form):
    """Who it is, and how the kommune can see that it is so. `homepage` is a trap for machines."""

    name = text_field(MOST_NAME, _("Skriv dit navn."))
    own_email = forms.EmailField(
        error_messages={
            "required": _("Skriv din mail, så vi kan svare dig."),
            "invalid": A_MAIL,
            "max_length": TOO_LONG,
        }
    )
    position = text_field(MOST_POSITION, _("Skriv, hvad du er i foreningen."))
    evidence = text_field(MOST_EVIDENCE, _("Skriv, hvordan vi kan se, at det passer."))
    homepage = forms.CharField(required=False)
    ticket = forms.CharField(required=False)

    def clean_homepage(self) -> str:
        if self.cleaned_data["homepage"]:
            raise forms.ValidationError(_("Lad feltet med hjemmesiden være tomt."))
        return ""

    def clean(self) -> None:
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            if name != "ticket" and names_civil_number(value):
                self.add_error(name, CIVIL_NUMBER)

    def typed(self) -> dict[str, Any]:
        """What was typed, by the names of the claim's fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("homepage", "ticket")}
