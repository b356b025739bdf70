"""What an organisation has changed in the small form: the values, and old → new in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalogue.choices import SignUp
from catalogue.models import Activity
from catalogue.recurrence.words import time_words, weekday_name

from .times import Time, set_times

FIELDS = (
    "schedule_text",
    "price_dkk",
    "price_text",
    "contact_phone",
    "contact_email",
    "contact_name",
    "signup",
    "summary",
)


@dataclass(frozen=True, slots=True)
class Correction:
    """New values by field, the times before and after, and [label, old, new] of everything that differs."""

    values: dict[str, Any]
    before: list[Time]
    after: list[Time]
    changes: list[list[str]] = field(default_factory=list)

    def apply(self, version: Activity) -> None:
        """Make the corrections, and nothing else, in one version of the entry."""
        for name, value in self.values.items():
            setattr(version, name, value)
        if self.before != self.after:
            set_times(version, self.before, self.after)


def correction_of(activity: Activity, typed: Mapping[str, Any], before: list[Time], after: list[Time]) -> Correction:
    """What differs between an entry and what was typed."""
    values = {name: typed[name] for name in FIELDS if typed[name] != getattr(activity, name)}
    changes = [
        [_("Dag og tid"), time_line(old), time_line(new)] for old, new in zip(before, after, strict=True) if old != new
    ]
    changes += [[labels()[name], said(name, getattr(activity, name)), said(name, new)] for name, new in values.items()]
    return Correction(values, before, after, changes)


def labels() -> dict[str, str]:
    """Field → what it is called in the form."""
    return {
        "schedule_text": _("Hvornår, i ord"),
        "price_dkk": _("Pris i kroner"),
        "price_text": _("Pris, i ord"),
        "contact_phone": _("Telefon"),
        "contact_email": _("Mail"),
        "contact_name": _("Hvem kan man spørge?"),
        "signup": _("Sådan kommer man med"),
        "summary": _("Kort fortalt"),
    }


def said(name: str, value: Any) -> str:
    """A value as people read it."""
    if name == "signup":
        return str(SignUp(value).label) if value else ""
    if isinstance(value, Decimal):
        return number_format(value, 2 if value % 1 else 0)
    return "" if value is None else str(value)


def time_line(line: Time) -> str:
    """ "Tirsdag kl. 14-16"."""
    hours = time_words(line.start, line.end)
    return hours if line.weekday is None else capfirst(f"{weekday_name(line.weekday)} {hours}")


def clock_value(clock: time) -> str:
    """A time as it stands in the form: "14.30"."""
    return f"{clock.hour}.{clock.minute:02d}"
