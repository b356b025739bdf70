"""The pages of a suggestion, ready to be shown: the form with all that was typed, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from catalogue.queries.areas import kommuner

from ..models import Suggestion
from ..models.suggestion import MOST_DESCRIPTION, MOST_LINE, MOST_PHONE, MOST_TITLE
from ..report_page import Choice, Problem
from ..tickets import new_ticket
from .choices import Relation, SuggestionStatus
from .forms import SuggestionForm

ABOUT = "suggestion"
MOST_EMAIL = 254
ORDER = (
    "title",
    "description",
    "place",
    "area",
    "time",
    "organiser",
    "price",
    "phone",
    "email",
    "relation",
    "own_email",
    "homepage",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to type: its name, what it is called, help, what was typed, what is wrong with it."""

    name: str
    label: str
    hint: str
    value: str
    wrong: str
    most: int
    kind: str = "text"
    rows: int = 0
    required: bool = False
    autocomplete: str = "off"


@dataclass(frozen=True, slots=True)
class SuggestPage:
    """The form. `areas` are those of one kommune after the other."""

    activity: list[Line]
    areas: list[Choice]
    when: list[Line]
    contacts: list[Line]
    relations: list[Choice]
    answer: Line
    homepage: str
    ticket: str
    wrong: dict[str, str]
    problems: list[Problem] = field(default_factory=list)


def suggest_page(form: SuggestionForm | None = None, problem: str = "") -> SuggestPage:
    """The page: empty, or with a form that could not be sent and why."""
    wrong = {name: str(messages[0]) for name, messages in form.errors.items()} if form else {}
    typed = {name: form.data.get(name, "") for name in ORDER} if form else dict.fromkeys(ORDER, "")
    problems = [Problem(name, wrong[name]) for name in ORDER if name in wrong]

    def line(name: str, label: str, hint: str = "", most: int = MOST_LINE, kind: str = "text", rows: int = 0) -> Line:
        required = SuggestionForm.base_fields[name].required
        own = "email" if name == "own_email" else "off"
        return Line(name, label, hint, typed[name], wrong.get(name, ""), most, kind, rows, required, own)

    return SuggestPage(
        activity=[
            line("title", _("Hvad hedder det?"), _("For eksempel: Gåtur om tirsdagen"), MOST_TITLE),
            line(
                "description",
                _("Hvad sker der?"),
                _("Fortæl, som du ville sige det til en, der overvejer at komme."),
                MOST_DESCRIPTION,
                rows=5,
            ),
            line("place", _("Hvor er det?"), _("Sted og adresse. Skriv »på telefon«, hvis man ikke mødes.")),
        ],
        areas=_areas(typed["area"]),
        when=[
            line("time", _("Hvornår er det?"), _("For eksempel: Hver tirsdag klokken 10 til 12")),
            line(
                "organiser",
                _("Hvem står for det?"),
                _("En forening, et sted eller en gruppe."),
            ),
            line("price", _("Hvad koster det?"), _("Skriv »gratis«, hvis det er gratis.")),
        ],
        contacts=[
            line("phone", _("Telefon"), "", MOST_PHONE, "tel"),
            line("email", _("Mail"), "", MOST_EMAIL, "email"),
        ],
        relations=[Choice(one.value, str(one.label), typed["relation"] == one.value) for one in Relation],
        answer=line(
            "own_email",
            _("Din mail, hvis du vil have svar"),
            _("Du behøver ikke skrive den. Vi bruger den kun til at svare dig, og sletter den, når vi har svaret."),
            MOST_EMAIL,
            "email",
        ),
        homepage=typed["homepage"],
        ticket=new_ticket(ABOUT),
        wrong=wrong,
        problems=problems or ([Problem("send", problem)] if problem else []),
    )


def _areas(chosen: str) -> list[Choice]:
    found = [area for kommune in kommuner() for area in (kommune.area, *kommune.parts)]
    return [Choice(str(area.pk), area.name, str(area.pk) == chosen) for area in found]


@dataclass(frozen=True, slots=True)
class StatusPage:
    """How far a suggestion has come. `outcome` is the address of what came of it, "" where there is nothing to see."""

    title: str
    heading: str
    words: str
    reason: str
    outcome: str
    outcome_title: str
    waits: bool
    mailed: bool
    typed: list[tuple[str, str]]


def status_page(suggestion: Suggestion) -> StatusPage:
    """The page of a suggestion, in the language of whoever reads it."""
    status = SuggestionStatus(suggestion.status)
    entry = suggestion.same_as if status == SuggestionStatus.MERGED else suggestion.draft
    seen = entry if entry and entry.live else None
    heading, words = _said(status)
    typed = [
        (_("Hvad sker der?"), suggestion.description),
        (_("Hvor er det?"), suggestion.place),
        (_("Hvornår er det?"), suggestion.time),
        (_("Hvem står for det?"), suggestion.organiser),
        (_("Hvad koster det?"), suggestion.price),
    ]
    return StatusPage(
        title=suggestion.title,
        heading=heading,
        words=words,
        reason=suggestion.reason if status not in SuggestionStatus.open() else "",
        outcome=seen.get_absolute_url() if seen else "",
        outcome_title=seen.title if seen else "",
        waits=status in SuggestionStatus.open(),
        mailed=bool(suggestion.own_email),
        typed=[(label, value) for label, value in typed if value],
    )


def _said(status: SuggestionStatus) -> tuple[str, str]:
    return {
        SuggestionStatus.NEW: (
            _("Tak. Vi har modtaget dit forslag"),
            _("En af os ser på det. Måske retter vi lidt i teksten, før det kommer på siden."),
        ),
        SuggestionStatus.SEEN: (_("Vi er ved at se på dit forslag"), _("Det kommer på siden, når vi er færdige.")),
        SuggestionStatus.PUBLISHED: (_("Dit forslag er kommet på siden"), _("Tak for hjælpen.")),
        SuggestionStatus.REJECTED: (
            _("Dit forslag kommer ikke på siden"),
            _("Tak, fordi du skrev. Her er, hvorfor det ikke kommer med:"),
        ),
        SuggestionStatus.MERGED: (
            _("Dit forslag findes på siden i forvejen"),
            _("Tak, fordi du skrev. Vi har brugt det, du vidste."),
        ),
    }[status]
