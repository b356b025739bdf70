"""What is written down of a call."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..cases.fields import WordsField
from ..cases.forms import ActForm, date_field
from .choices import Outcome

SATURDAY = 5


class CallForm(ActForm):
    """Which button was pressed; a day to ring again, and a note."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.HiddenInput)
    again_on = date_field(_("Hvis der ikke bliver svaret: Hvornår ringer du igen?"))
    note = WordsField(
        label=_("Er der noget at huske?"),
        help_text=_("Arrangøren kan også læse det. Skriv kun det nødvendige, og aldrig CPR-nummer."),
        rows=2,
    )

    def clean(self) -> dict[str, Any]:
        """No answer has a day to ring again."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("outcome") == Outcome.NO_ANSWER and not told.get("again_on") and "again_on" not in self.errors:
            self.add_error("again_on", ValidationError(_("Vælg, hvornår du ringer igen.")))
        return told


def next_working_day(today: datetime.date) -> datetime.date:
    """Tomorrow, or the Monday after."""
    day = today + datetime.timedelta(days=1)
    while day.weekday() >= SATURDAY:
        day += datetime.timedelta(days=1)
    return day
