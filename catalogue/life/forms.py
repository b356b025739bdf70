"""What is asked before an entry changes: one or two questions each."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Activity, Venue
from ..models.schedule import MAX_MINUTES
from ..policies import ACTIVITIES, VENUES
from ..recurrence.activity import rule_of
from ..recurrence.describe import rule_words
from ..recurrence.localtime import wall_clock

LONGEST = 200
# Offered while one types; anything else may be written.
REASONS = (
    gettext_lazy("Lederen er syg."),
    gettext_lazy("Lokalet er optaget."),
    gettext_lazy("Der er for få tilmeldte."),
    gettext_lazy("Vejret er for dårligt."),
)


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ReasonField(forms.CharField):
    """Why; visitors read it."""

    def __init__(self, help_text: str, *, required: bool = True) -> None:
        super().__init__(
            label=gettext_lazy("Hvorfor?"),
            help_text=help_text,
            required=required,
            max_length=LONGEST,
            error_messages={"required": gettext_lazy("Skriv hvorfor. Det vises for alle, så folk ved besked.")},
            widget=forms.TextInput(attrs={"list": "reasons"}),
        )


class ConfirmForm(forms.Form):
    """Nothing but a yes."""


class CancelForm(forms.Form):
    """Why a date is cancelled."""

    reason = ReasonField(gettext_lazy("Det vises for alle. For eksempel: »Lederen er syg.«"))


class MoveForm(forms.Form):
    """Where a date goes, and why."""

    day = forms.DateField(
        label=gettext_lazy("Ny dato"),
        widget=DayInput,
        error_messages={
            "required": gettext_lazy("Vælg den nye dato."),
            "invalid": gettext_lazy("Skriv datoen som dag, måned og år: 24.12.2026."),
        },
    )
    clock = forms.TimeField(
        label=gettext_lazy("Klokken"),
        widget=ClockInput,
        error_messages={
            "required": gettext_lazy("Skriv, hvad klokken er, når det begynder."),
            "invalid": gettext_lazy("Skriv klokkeslættet som timer og minutter: 14.30."),
        },
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Varighed i minutter"),
        help_text=gettext_lazy("Kun når den er en anden end ellers."),
        required=False,
        min_value=1,
        max_value=MAX_MINUTES,
    )
    reason = ReasonField(gettext_lazy("Det vises for alle. For eksempel: »Lokalet er optaget.«"))

    def clean(self) -> None:
        """Refuses a time that has passed."""
        super().clean()
        to = self.moved_to()
        if to and to < wall_clock(timezone.now()):
            raise ValidationError({"day": _("Det tidspunkt er allerede gået. Vælg et, der kommer.")})

    def moved_to(self) -> datetime.datetime | None:
        """The new start, naive and local, once both parts of it are right."""
        day, clock = (self.cleaned_data.get(name) for name in ("day", "clock"))
        return datetime.datetime.combine(day, clock) if day and clock else None


class PauseForm(forms.Form):
    """Why, and for how long."""

    reason = ReasonField(gettext_lazy("Det vises for alle. For eksempel: »Vi holder sommerferie.«"))
    until = forms.DateField(
        label=gettext_lazy("Til og med"),
        help_text=gettext_lazy(
            "Den sidste dag i pausen. Dagen efter går aktiviteten i gang igen. Tom, når I ikke ved det endnu."
        ),
        required=False,
        widget=DayInput,
        error_messages={"invalid": gettext_lazy("Skriv datoen som dag, måned og år: 24.12.2026.")},
    )

    def clean_until(self) -> datetime.date | None:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("Den dag er allerede gået. Vælg en, der kommer."))
        return until


class EndForm(forms.Form):
    """Why it has ended."""

    reason = ReasonField(
        gettext_lazy("Må være tom. Det vises for alle. For eksempel: »Huset er solgt.«"), required=False
    )


class VerifyForm(forms.Form):
    """Who says that it is right."""

    who = forms.CharField(
        label=gettext_lazy("Hvem siger det?"),
        help_text=gettext_lazy("En rolle, ikke en persons navn: »Formanden«. Tom, når det er arrangøren."),
        required=False,
        max_length=120,
    )


class SplitForm(forms.Form):
    """Which times become an entry of their own, and what it is called."""

    schedules = forms.MultipleChoiceField(
        label=gettext_lazy("Hvilke tidspunkter skal flyttes?"),
        help_text=gettext_lazy("De andre bliver, og den gamle adresse med dem."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Vælg mindst et tidspunkt, og lad mindst et blive.")},
    )
    title = forms.CharField(
        label=gettext_lazy("Hvad skal den nye hedde?"),
        max_length=200,
        error_messages={"required": gettext_lazy("Skriv, hvad den nye aktivitet skal hedde.")},
    )
    venue = forms.ModelChoiceField(
        label=gettext_lazy("Hvor holdes den nye?"),
        queryset=Venue.objects.none(),
        required=False,
        empty_label=gettext_lazy("Samme sted"),
    )
    new_text = forms.CharField(
        label=gettext_lazy("Hvornår, i ord: den nye"),
        help_text=gettext_lazy("Ret det, så det kun gælder de tidspunkter, der flyttes."),
        required=False,
        max_length=250,
    )
    old_text = forms.CharField(
        label=gettext_lazy("Hvornår, i ord: den, der bliver"),
        help_text=gettext_lazy("Ret det, så det kun gælder de tidspunkter, der bliver."),
        required=False,
        max_length=250,
    )

    def __init__(self, *args: Any, entry: Activity, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entry, self.user = entry, user
        today = timezone.localdate()
        self.fields["schedules"].choices = [  # type: ignore[attr-defined]
            (row.pk, rule_words(rule_of(row, entry), today) or str(row)) for row in entry.schedules.all()
        ]
        self.fields["venue"].queryset = VENUES.choosable(user).order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> None:
        """Keeps at least one time where it is, and the new entry within what its maker may publish."""
        super().clean()
        chosen = self.cleaned_data.get("schedules")
        if chosen and len(chosen) == len(self.fields["schedules"].choices):  # type: ignore[attr-defined]
            self.add_error("schedules", self.fields["schedules"].error_messages["required"])
        venue = self.cleaned_data.get("venue")
        values = {
            "organisation": self.entry.organisation,
            "venue": venue or self.entry.venue,
            "areas": list(self.entry.areas.all()),
        }
        if venue and not ACTIVITIES.user_may_write(self.user, "publish", values):
            self.add_error("venue", _("Du kan ikke selv offentliggøre noget der. Vælg et sted, som du har ansvar for."))


class PlacesForm(forms.Form):
    """How many are left: a step up or down, or a number."""

    more = forms.IntegerField(required=False, min_value=-1000, max_value=1000, widget=forms.HiddenInput)
    number = forms.IntegerField(
        label=gettext_lazy("Ledige pladser"),
        help_text=gettext_lazy("Tom, når I ikke ved det."),
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "invalid": gettext_lazy("Skriv et helt tal, for eksempel 4."),
            "min_value": gettext_lazy("Skriv 0, når der ikke er flere pladser."),
        },
    )
