"""The small forms behind the links: what an association knows by heart, and nothing else."""

from __future__ import annotations

import re
from copy import copy
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalogue.choices import SignUp
from catalogue.civil_numbers import names_civil_number
from catalogue.completeness import missing
from catalogue.models import Activity
from catalogue.recurrence.words import weekday_name

from ..forms import CIVIL_NUMBER
from ..models.freshness import MOST_NOTE
from .correction import FIELDS, Correction, clock_value, correction_of, said
from .times import Time, read_clock, reworded, times_of

PHONE = re.compile(r"\+?[\d() -]{8,30}")
MOST_REASON = 150
TOO_LONG = _("Teksten er for lang. Skriv højst %(limit_value)d tegn.")
WRONG_DATE = _("Skriv datoen som 24.12.2026.")
DANISH_DATE = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]


def _text(most: int, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=most,
        error_messages={"max_length": TOO_LONG},
        **kwargs,
    )


class PlainForm(forms.Form):
    """A form in which nobody leaves a civil registration number."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name, value in list(cleaned.items()):
            if isinstance(value, str) and names_civil_number(value):
                self.add_error(name, CIVIL_NUMBER)
        return cleaned


class CorrectionForm(PlainForm):
    """What most often changes. `correction` is there when the form is valid."""

    schedule_text = _text(250)
    price_dkk = forms.CharField(required=False)
    price_text = _text(250)
    contact_phone = _text(30)
    contact_email = forms.EmailField(
        required=False, error_messages={"invalid": _("Det ligner ikke en mailadresse. Skriv den som navn@forening.dk.")}
    )
    contact_name = _text(120)
    signup = forms.ChoiceField(
        choices=SignUp.choices,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvordan man kommer med.")),
    )
    summary = _text(160)
    note = _text(MOST_NOTE)

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        self.activity, self.before = activity, times_of(activity)
        self.correction: Correction | None = None
        initial = {name: said(name, getattr(activity, name)) for name in FIELDS} | {"signup": activity.signup}
        for number, line in enumerate(self.before):
            initial |= {f"from_{number}": clock_value(line.start), f"to_{number}": clock_value(line.end)}
            initial |= {f"day_{number}": "" if line.weekday is None else str(line.weekday)}
        super().__init__(*args, initial=initial, **kwargs)
        for number, line in enumerate(self.before):
            self.fields[f"from_{number}"] = forms.CharField(required=False)
            self.fields[f"to_{number}"] = forms.CharField(required=False)
            if line.weekday is not None:
                days = [(str(day), weekday_name(day)) for day in range(7)]
                self.fields[f"day_{number}"] = forms.ChoiceField(
                    choices=days, error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg en ugedag."))
                )

    def clean_price_dkk(self) -> Decimal | None:
        text = re.sub(r"\s|kr\.?|,-$", "", self.cleaned_data["price_dkk"].lower())
        if text in ("", "gratis"):
            return Decimal(0) if text else None
        try:
            price = Decimal(text.replace(",", "."))
        except InvalidOperation as error:
            raise ValidationError(_("Skriv prisen som et tal: 30 eller 30,50. Skriv 0, når det er gratis.")) from error
        if not 0 <= price < 100_000 or price != round(price, 2):
            raise ValidationError(_("Skriv prisen som et tal: 30 eller 30,50. Skriv 0, når det er gratis."))
        return price

    def clean_contact_phone(self) -> str:
        phone = self.cleaned_data["contact_phone"]
        if phone and phone != self.activity.contact_phone and not PHONE.fullmatch(phone):
            raise ValidationError(_("Det ligner ikke et telefonnummer. Skriv det som 12 34 56 78."))
        return phone

    def clean_summary(self) -> str:
        if not self.cleaned_data["summary"]:
            raise ValidationError(_("Skriv kort, hvad det er."))
        return self.cleaned_data["summary"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        after = [line for number, old in enumerate(self.before) if (line := self._line(number, old))]
        if self.errors:
            return cleaned
        self._reword_when(cleaned, after)
        self._reword_price(cleaned)
        if not self.errors:
            self._settle(cleaned, after)
        return cleaned

    def _line(self, number: int, old: Time) -> Time | None:
        """A line of times; None, with an error beside it, when it cannot be read."""
        clocks = []
        for name in (f"from_{number}", f"to_{number}"):
            clock = read_clock(self.cleaned_data.get(name, ""))
            if clock is None:
                self.add_error(name, _("Skriv klokkeslættet som 14 eller 14.30."))
            clocks.append(clock)
        start, end = clocks
        day = self.cleaned_data.get(f"day_{number}")
        if start is None or end is None or (old.weekday is not None and not day):
            return None
        crosses_midnight = old.end <= old.start
        if end <= start and not crosses_midnight:
            self.add_error(f"to_{number}", _("Det skal slutte senere, end det begynder."))
            return None
        return Time(int(day) if day else None, start, end)

    def _reword_when(self, cleaned: dict[str, Any], after: list[Time]) -> None:
        """Where only the times were changed, the words follow; where they cannot, the person is asked."""
        words = self.activity.schedule_text
        if after == self.before or not words or cleaned["schedule_text"] != words:
            return
        new = reworded(words, self.before, after)
        if new is None:
            self.add_error("schedule_text", _("Du har ændret dagen eller tiden. Ret også ordene her, så de passer."))
        else:
            cleaned["schedule_text"] = new

    def _reword_price(self, cleaned: dict[str, Any]) -> None:
        """The same of the price."""
        words, price = self.activity.price_text, cleaned["price_dkk"]
        if price == self.activity.price_dkk or not words or cleaned["price_text"] != words:
            return
        if re.fullmatch(r"(?i)gratis\.?|\d+(,\d+)?\s*(kr\.?|kroner|,-)?", words.strip()):
            cleaned["price_text"] = "" if price is None else f"{said('price_dkk', price)} kr." if price else "Gratis"
        else:
            self.add_error("price_text", _("Du har ændret prisen. Ret også ordene her, så de passer."))

    def _settle(self, cleaned: dict[str, Any], after: list[Time]) -> None:
        correction = correction_of(self.activity, cleaned, self.before, after)
        if not correction.changes and not cleaned["note"]:
            self.add_error(
                None, _("Du har ikke ændret noget. Er det hele rigtigt, så tryk på »Stadig rigtigt« i mailen.")
            )
            return
        corrected = copy(self.activity)
        for name, value in correction.values.items():
            setattr(corrected, name, value)
        for name, words in missing(corrected, has_schedule=bool(self.before)).items():
            if name in correction.values:
                self.add_error(name, words)
        self.correction = correction


class PauseForm(PlainForm):
    """Why, and perhaps until when."""

    reason = forms.CharField(
        max_length=MOST_REASON,
        error_messages={"max_length": TOO_LONG, "required": _("Skriv kort hvorfor. Folk kan læse det i kataloget.")},
    )
    until = forms.DateField(required=False, input_formats=DANISH_DATE, error_messages={"invalid": WRONG_DATE})

    def clean_until(self) -> date | None:
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise ValidationError(_("Den sidste dag i pausen er allerede gået. Skriv en senere dato."))
        return until


class EndForm(PlainForm):
    """Why, if somebody likes to say so."""

    reason = _text(MOST_REASON)
