"""The fields of the small forms, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..models.freshness import MOST_NOTE
from ..report_page import Problem
from .correction import labels, time_line
from .forms import MOST_REASON, CorrectionForm, EndForm, PauseForm, PlainForm


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `kind` is "text", "area", "choice" or "date"; `options` are (value, words, chosen)."""

    name: str
    label: str
    value: str
    hint: str = ""
    wrong: str = ""
    kind: str = "text"
    mode: str = ""
    most: int = 0
    short: bool = False
    options: tuple[tuple[str, str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A day with its two times, as one group."""

    legend: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class FormPage:
    """A small form about one entry."""

    title: str
    lead: str
    button: str
    entry: str
    address: str
    lines: list[Line]
    fields: list[Field]
    problems: list[Problem]


def correction_fields(form: CorrectionForm) -> tuple[list[Line], list[Field]]:
    """When first, because that is what changes most often."""
    lines = []
    for number, line in enumerate(form.before):
        parts = [_choice(form, f"day_{number}", _("Dag"))] if line.weekday is not None else []
        parts += [
            _field(form, f"from_{number}", _("Fra klokken"), short=True, mode="decimal"),
            _field(form, f"to_{number}", _("Til klokken"), short=True, mode="decimal"),
        ]
        lines.append(Line(_("Nu: %(when)s") % {"when": time_line(line)}, parts))
    said = labels()
    own = form.activity.organisation
    fields = [
        _field(
            form,
            "schedule_text",
            said["schedule_text"],
            _("For eksempel: Hver tirsdag kl. 14-16"),
            kind="area",
            most=250,
        ),
        _field(form, "price_dkk", said["price_dkk"], _("0, når det er gratis."), short=True, mode="decimal"),
        _field(form, "price_text", said["price_text"], _("For eksempel: 30 kr. med kaffe"), most=250),
        _field(form, "contact_phone", said["contact_phone"], _empty(own.phone), short=True, mode="tel", most=30),
        _field(form, "contact_email", said["contact_email"], _empty(own.email), mode="email"),
        _field(form, "contact_name", said["contact_name"], _("En rolle, ikke en persons navn."), most=120),
        _choice(form, "signup", said["signup"]),
        _field(form, "summary", said["summary"], _("Højst 160 tegn."), kind="area", most=160),
        _field(
            form,
            "note",
            _("Andet, som redaktionen skal vide"),
            _("Kun redaktionen ser det. Skriv ikke om enkelte personer."),
            kind="area",
            most=MOST_NOTE,
        ),
    ]
    return lines, fields


def stop_fields(form: PauseForm | EndForm) -> list[Field]:
    """The fields of a pause or an end."""
    hint = _("Folk kan læse det i kataloget. For eksempel: Vi holder vinterpause.")
    if isinstance(form, EndForm):
        return [
            _field(
                form, "reason", _("Hvorfor? (Du behøver ikke skrive noget)"), _("Folk kan læse det."), most=MOST_REASON
            )
        ]
    return [
        _field(form, "reason", _("Hvorfor er det på pause?"), hint, most=MOST_REASON),
        _field(form, "until", _("Sidste dag i pausen"), _("Lad feltet være tomt, når du ikke ved det."), kind="date"),
    ]


def problems_of(form: PlainForm, shown: list[Field]) -> list[Problem]:
    """What is to be mended, in the order of the form; what is about all of it last."""
    found = [Problem(field.name, field.wrong) for field in shown if field.wrong]
    return found + [Problem("send", str(words)) for words in form.non_field_errors()]


def _empty(own: str) -> str:
    return _("Er feltet tomt, står jeres egen: %(own)s") % {"own": own} if own else ""


def _field(form: PlainForm, name: str, label: str, hint: str = "", **more: object) -> Field:
    wrong = form.errors.get(name) if form.is_bound else None
    value = form[name].value()
    return Field(name, label, "" if value is None else str(value), hint, str(wrong[0]) if wrong else "", **more)  # type: ignore[arg-type]


def _choice(form: PlainForm, name: str, label: str) -> Field:
    value = str(form[name].value())
    options = tuple((str(key), str(words), str(key) == value) for key, words in form.fields[name].choices)  # type: ignore[attr-defined]
    wrong = form.errors.get(name) if form.is_bound else None
    return Field(name, label, value, wrong=str(wrong[0]) if wrong else "", kind="choice", options=options)
