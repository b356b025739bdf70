"""What is asked when something is done with a referral. Each carries the version that was read."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User

from ..life.choices import CloseReason, DeclineReason
from .fields import WordsField

SELECT = {"class": "form-select"}
# What somebody may close with. The others are the portal's: a yes that was taken back forgets, and does not only close.
CLOSES = [one for one in CloseReason.choices if one[0] not in (CloseReason.WITHDRAWN, CloseReason.UNTOUCHED)]
LATEST = datetime.timedelta(days=366)
TO_TEAM = _("Arrangøren kan ikke læse den. Skriv kun det nødvendige, og aldrig CPR-nummer.")
TO_ALL = _("Alle, der arbejder med henvisningen, kan læse den. Skriv kun det nødvendige, og aldrig CPR-nummer.")


def date_field(label: Any, hint: Any = "", *, required: bool = False) -> forms.DateField:
    """A day from today on, within a year."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"class": "form-input", "type": "date"})
    wrong = _("Skriv en dato, for eksempel 24-12-2026.")
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        widget=widget,
        validators=[_within_a_year],
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"],
        error_messages={"required": _("Vælg en dato."), "invalid": wrong},
    )


def _within_a_year(day: datetime.date) -> None:
    today = timezone.localdate()
    if day < today:
        raise ValidationError(_("Den dato har været. Vælg i dag eller senere."))
    if day > today + LATEST:
        raise ValidationError(_("Vælg en dato inden for et år."))


def reason_field(label: Any, choices: Any) -> forms.ChoiceField:
    """One of a few reasons."""
    messages = dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvad grunden er."))
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages)


class ActForm(forms.Form):
    """The version that was read: a hidden field, that a machine writes."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class NoteForm(forms.Form):
    """Words for the log."""

    note = WordsField(label=_("Note"), rows=3, missing=_("Skriv noten først."))


class StepForm(ActForm):
    """A step: a note, another date than the rule's, and where it is declined a reason."""

    note = WordsField(label=_("Note, hvis der er noget at sige"), help_text=TO_ALL, rows=3)
    next_on = date_field(_("Se på den igen"), _("Lad feltet være tomt, så vælger portalen en dato."))

    def __init__(self, *args: Any, declines: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if declines:
            self.fields["reason"] = reason_field(_("Hvorfor?"), DeclineReason.choices)
            self.order_fields(["reason", "note", "next_on"])


class DateForm(ActForm):
    """When to look again."""

    next_on = date_field(_("Se på den igen"), required=True)


class HandOverForm(ActForm):
    """To whom; a note for them."""

    to = forms.ModelChoiceField(
        queryset=User.objects.none(),
        label=_("Hvem tager over?"),
        empty_label=_("Vælg en person"),
        widget=forms.Select(attrs=SELECT),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvem der tager over.")),
    )
    note = WordsField(label=_("Note til den, der tager over"), help_text=TO_TEAM, rows=3)

    def __init__(self, *args: Any, among: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = among  # type: ignore[attr-defined]


class CloseForm(ActForm):
    """Why it is closed."""

    reason = reason_field(_("Hvorfor er den slut?"), CLOSES)
    note = WordsField(label=_("Note, hvis der er noget at sige"), help_text=TO_TEAM, rows=3)
