"""The page of a claim, ready to be shown; nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.models import Organisation

from ..models.claim import MOST_EVIDENCE, MOST_NAME, MOST_POSITION
from ..report_page import Problem
from ..suggestions.page import MOST_EMAIL, Line
from ..tickets import new_ticket
from .forms import ClaimForm

ORDER = ("name", "own_email", "position", "evidence", "homepage")


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """The form with what was typed in it."""

    name: str
    address: str
    lines: list[Line]
    homepage: str
    wrong_homepage: str
    ticket: str
    problems: list[Problem]


def about(organisation: Organisation) -> str:
    """What the ticket of the form names."""
    return f"claim:{organisation.uuid.hex}"


def claim_page(organisation: Organisation, form: ClaimForm | None = None, problem: str = "") -> ClaimPage:
    """The page about an organisation: empty, or with a form that could not be sent and why."""
    wrong = {name: str(messages[0]) for name, messages in form.errors.items()} if form else {}
    typed = {name: form.data.get(name, "") for name in ORDER} if form else dict.fromkeys(ORDER, "")
    problems = [Problem(name, wrong[name]) for name in ORDER if name in wrong]

    def line(name: str, label: str, most: int, hint: str = "", **kwargs: str | int) -> Line:
        return Line(name, label, hint, typed[name], wrong.get(name, ""), most, required=True, **kwargs)  # type: ignore[arg-type]

    return ClaimPage(
        name=organisation.name,
        address=organisation.get_absolute_url(),
        lines=[
            line("name", _("Hvad hedder du?"), MOST_NAME, autocomplete="name"),
            line(
                "own_email",
                _("Hvad er din mail?"),
                MOST_EMAIL,
                _("Brug gerne foreningens egen. Vi sender svaret til den."),
                kind="email",
                autocomplete="email",
            ),
            line(
                "position",
                _("Hvad er du i foreningen?"),
                MOST_POSITION,
                _("For eksempel: formand eller leder af koret"),
            ),
            line(
                "evidence",
                _("Hvordan kan vi se, at det passer?"),
                MOST_EVIDENCE,
                _("For eksempel: Jeg står på jeres hjemmeside. Eller et nummer i foreningen, som vi kan ringe til."),
                rows=3,
            ),
        ],
        homepage=typed["homepage"],
        wrong_homepage=wrong.get("homepage", ""),
        ticket=new_ticket(about(organisation)),
        problems=problems or ([Problem("send", problem)] if problem else []),
    )
