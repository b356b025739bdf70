"""What is asked when somebody is to go along, and who can."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..cases.fields import WordsField
from ..cases.forms import SELECT, TO_TEAM, ActForm, date_field
from ..models import Escort
from .choices import EscortState, FreeTime, Help
from .proposals import Proposal
from .registry import areas_of, whom

ME = "mig"
TO_ESCORT = gettext_lazy("Den, der følges med, kan læse det, når de har sagt ja. Skriv aldrig CPR-nummer.")


class WhenForm(ActForm):
    """When they meet and what help is needed: enough to see who could."""

    day = date_field(gettext_lazy("Hvilken dag?"), required=True)
    clock = forms.TimeField(
        label=gettext_lazy("Hvornår mødes I?"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "form-input", "type": "time"}),
        error_messages=dict.fromkeys(("required", "invalid"), gettext_lazy("Skriv et klokkeslæt, for eksempel 13.30.")),
    )
    help_ = forms.ChoiceField(
        label=gettext_lazy("Hvad er der brug for?"),
        choices=Help.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg, hvad der er brug for.")),
    )

    def clean(self) -> dict[str, Any]:
        """The moment that they meet, which lies ahead."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("day") and told.get("clock"):
            told["meets_at"] = timezone.make_aware(datetime.datetime.combine(told["day"], told["clock"]))
            if told["meets_at"] <= timezone.now():
                self.add_error("clock", ValidationError(_("Det tidspunkt har været. Vælg et senere.")))
        return told


class ArrangeForm(WhenForm):
    """The whole arrangement."""

    from_where = WordsField(
        label=gettext_lazy("Hvor mødes I?"),
        help_text=TO_ESCORT,
        most=200,
        missing=gettext_lazy("Skriv, hvor I mødes, for eksempel ved personens dør."),
    )
    escort = forms.ModelChoiceField(
        label=gettext_lazy("Hvem følges med?"),
        queryset=Escort.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        blank=True,
        empty_label=gettext_lazy("Ikke fundet endnu"),
        error_messages={"invalid_choice": gettext_lazy("Vælg en fra listen.")},
    )

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, proposals)
        self.order_fields(["day", "clock", "help_", "from_where", "escort"])


class MoveForm(ActForm):
    """What happens with an arrangement: who is asked, or how it went."""

    to = forms.ChoiceField(choices=EscortState.choices, widget=forms.HiddenInput)
    escort = forms.ModelChoiceField(
        label=gettext_lazy("Hvem følges med?"),
        queryset=Escort.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"invalid_choice": gettext_lazy("Vælg en fra listen.")},
    )
    evaluation = WordsField(label=gettext_lazy("Hvordan gik det?"), help_text=TO_TEAM, rows=3)

    def __init__(self, *args: Any, proposals: Sequence[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self, proposals)

    def clean(self) -> dict[str, Any]:
        """Whoever is asked has a name."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("to") == EscortState.ASSIGNED and not told.get("escort") and "escort" not in self.errors:
            self.add_error("escort", ValidationError(_("Vælg, hvem der bliver spurgt.")))
        return told


class ChangeForm(WhenForm):
    """Another time, place or help."""

    from_where = WordsField(
        label=gettext_lazy("Hvor mødes I?"),
        help_text=TO_ESCORT,
        most=200,
        missing=gettext_lazy("Skriv, hvor I mødes, for eksempel ved personens dør."),
    )


class AnswerForm(ActForm):
    """What whoever goes along answers; which answer is the button's. `version` is that of the arrangement."""

    evaluation = WordsField(
        label=gettext_lazy("Er der noget, vi skal vide?"),
        help_text=gettext_lazy("Skriv hvorfor, hvis det ikke blev til noget. Skriv aldrig CPR-nummer."),
        rows=3,
    )

    def __init__(self, *args: Any, to: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.to = to

    def clean(self) -> dict[str, Any]:
        """What came to nothing has a reason."""
        told: dict[str, Any] = super().clean() or {}
        if self.to == EscortState.NOT_DONE and not told.get("evaluation") and "evaluation" not in self.errors:
            self.add_error("evaluation", ValidationError(_("Skriv kort, hvorfor det ikke blev til noget.")))
        return told


class EscortForm(forms.Form):
    """Who goes along, where, how and when."""

    who = forms.ChoiceField(
        label=gettext_lazy("Hvem kan følges med?"),
        widget=forms.Select(attrs=SELECT),
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg, hvem det er.")),
    )
    areas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Hvor?"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg mindst et område.")),
    )
    helps = forms.MultipleChoiceField(
        label=gettext_lazy("Hvad kan de hjælpe med?"),
        choices=Help.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Vælg, hvad de kan hjælpe med.")),
    )
    free = forms.MultipleChoiceField(
        label=gettext_lazy("Hvornår har de tid?"),
        help_text=gettext_lazy("Sæt intet kryds, hvis det aftales fra gang til gang."),
        choices=FreeTime.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    active = forms.BooleanField(label=gettext_lazy("De kan spørges nu"), required=False, initial=True)

    def __init__(self, *args: Any, user: Any, fixed: Escort | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].queryset = areas_of(user)  # type: ignore[attr-defined]
        if fixed is not None:
            del self.fields["who"]
            return
        units, organisations = whom(user)
        self.known = {ME: user}
        self.known |= {f"enhed-{unit.pk}": unit for unit in units}
        self.known |= {f"arrangoer-{one.pk}": one for one in organisations}
        choices = [(key, _("Mig selv") if key == ME else str(one)) for key, one in self.known.items()]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Any:
        """The user, unit or organisation."""
        return self.known[self.cleaned_data["who"]]


def _offer(form: Any, proposals: Sequence[Proposal]) -> None:
    field = form.fields["escort"]
    field.queryset = Escort.objects.filter(pk__in=[one.escort.pk for one in proposals])
    named = [(one.escort.pk, said(one)) for one in proposals]
    field.choices = [*([("", field.empty_label)] if field.empty_label else []), *named]


def said(one: Proposal) -> str:
    """A proposal in a line: who, how far off, whether they have time and can help."""
    parts = [str(one.escort)]
    if one.km is not None:
        parts.append(_("%(km)s km fra stedet") % {"km": number_format(round(one.km, 1), 1)})
    words = {True: _("har tid"), None: _("spørg, om de har tid"), False: _("har ikke meldt tid da")}
    parts.append(words[one.free])
    if not one.helps:
        parts.append(_("har ikke meldt den hjælp"))
    return ", ".join(parts)
