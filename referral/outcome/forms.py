"""What is asked when somebody has begun to come."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..cases.fields import WordsField
from ..cases.forms import TO_TEAM, ActForm, date_field
from ..life.choices import Company, Decision
from ..models.outcome import LEAST_TILS, MOST_TILS

MOST_TIMES = 400
DECISIONS = [
    (Decision.GOES_ON.value, _("Fortsættes: det går, som det skal")),
    (Decision.CHANGES.value, _("Ændres: der skal også noget andet til")),
    (Decision.ANEW.value, _("Revisitation: vi finder forfra ud af, hvad personen har brug for")),
    (Decision.ENDS.value, _("Afsluttes: der er ikke brug for mere")),
]


def _chosen(label: Any, choices: Any, missing: Any) -> forms.ChoiceField:
    messages = dict.fromkeys(("required", "invalid_choice"), missing)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages)


def _number(label: Any, hint: Any, least: int, most: int, wrong: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        required=False,
        min_value=least,
        max_value=most,
        widget=forms.TextInput(attrs={"class": "form-input", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
    )


class FollowUpForm(ActForm):
    """The question that counts, how often the person came, and what follows. T-ILS only where the person agreed."""

    company = _chosen(
        _("Har personen fået nogen at være sammen med?"), Company.choices, _("Vælg et svar, også hvis I ikke ved det.")
    )
    attended = _number(
        _("Hvor mange gange er personen kommet siden sidst?"),
        _("Lad feltet være tomt, hvis du ikke ved det."),
        0,
        MOST_TIMES,
        _("Skriv et helt tal fra 0 til 400."),
    )
    tils_before = _number(
        _("T-ILS, før personen begyndte"),
        _("Summen af de tre svar, fra 3 til 9. Lad feltet være tomt, hvis I ikke har spurgt."),
        LEAST_TILS,
        MOST_TILS,
        _("T-ILS er et helt tal fra 3 til 9."),
    )
    tils_after = _number(
        _("T-ILS nu"),
        _("Summen af de tre svar, fra 3 til 9."),
        LEAST_TILS,
        MOST_TILS,
        _("T-ILS er et helt tal fra 3 til 9."),
    )
    decision = _chosen(_("Hvad skal der ske nu?"), DECISIONS, _("Vælg, hvad der skal ske."))
    note = WordsField(label=_("Note, hvis der er noget at sige"), help_text=TO_TEAM, rows=3)
    next_on = date_field(_("Se på den igen"), _("Lad feltet være tomt, så spørger vi igen efter planen."))

    def __init__(self, *args: Any, with_tils: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not with_tils:
            del self.fields["tils_before"], self.fields["tils_after"]
