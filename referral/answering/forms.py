"""What an organisation answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalogue.civil_numbers import names_civil_number

from ..life.choices import DeclineReason, State

MOST_NOTE = 1000
MOST_PLACES = 100_000
# What an organisation says, by the state that it leads to.
ANSWERS = {
    State.RECEIVED: _("Vi har modtaget henvisningen"),
    State.CONTACTED: _("Vi har talt med personen"),
    State.WAITING: _("Personen er på vores venteliste"),
    State.CAME: _("Personen er kommet"),
    State.ABSENT: _("Personen kom ikke"),
    State.GOES_ON: _("Personen kommer fast"),
    State.STOPPED: _("Personen er stoppet hos os"),
    State.DECLINED: _("Det bliver ikke til noget hos os"),
}


class AnswerForm(forms.Form):
    """What has happened; why not, where nothing comes of it; a few words."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    to = forms.ChoiceField(
        label=_("Hvad er der sket?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvad der er sket.")),
    )
    reason = forms.ChoiceField(
        label=_("Hvis det ikke bliver til noget: Hvorfor?"),
        required=False,
        choices=[("", _("Vælg en grund")), *DeclineReason.choices],
        widget=forms.Select(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": _("Vælg en af grundene.")},
    )
    note = forms.CharField(
        label=_("Er der noget, vi skal vide?"),
        help_text=_("Skriv kun det, der skal til for at hjælpe personen, og aldrig CPR-nummer."),
        required=False,
        max_length=MOST_NOTE,
        widget=forms.Textarea(attrs={"class": "form-input", "rows": 3, "autocomplete": "off"}),
        error_messages={"max_length": _("Din tekst er for lang. Skriv højst %(limit_value)d tegn.")},
    )

    def __init__(self, *args: Any, steps: Sequence[State], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state.value, ANSWERS[state]) for state in steps]  # type: ignore[attr-defined]
        if State.DECLINED not in steps:
            del self.fields["reason"]

    def clean_note(self) -> str:
        """Refuses what looks like a civil registration number."""
        note = self.cleaned_data["note"]
        if names_civil_number(note):
            raise ValidationError(_("Det ligner et CPR-nummer. Slet det, og send så svaret."))
        return note

    def clean(self) -> dict[str, Any]:
        """A reason goes with a no, and with nothing else."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("to") != State.DECLINED:
            told["reason"] = ""
        elif not told.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Vælg, hvorfor det ikke bliver til noget."))
        return told


class PlacesForm(forms.Form):
    """How many places are left."""

    number = forms.IntegerField(
        label=_("Hvor mange ledige pladser har I nu?"),
        min_value=0,
        max_value=MOST_PLACES,
        widget=forms.TextInput(attrs={"class": "form-input", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), _("Skriv et helt tal, 0 eller derover.")
        ),
    )
