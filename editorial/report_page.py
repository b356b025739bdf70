"""The page with the form, ready to be shown; nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalogue.models import Activity

from .choices import ReportKind
from .forms import ReportForm
from .models import MOST_CONTACT, MOST_WORDS
from .tickets import Ticket, new_ticket

ORDER = ("kind", "words", "contact", "homepage")


@dataclass(frozen=True, slots=True)
class Problem:
    """What to mend, and the id of the field it is in."""

    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to "Hvad er der galt?"."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The form with what was typed in it. `wrong` holds the message beside each field, by the field's name."""

    title: str
    address: str
    kinds: list[Choice]
    words: str
    contact: str
    homepage: str
    ticket: str
    problems: list[Problem]
    wrong: dict[str, str]
    most_words: int = MOST_WORDS
    most_contact: int = MOST_CONTACT


def report_page(activity: Activity, form: ReportForm | None = None, problem: str = "") -> ReportPage:
    """The page about an activity: empty, or with a form that could not be sent and why."""
    wrong = {name: str(messages[0]) for name, messages in form.errors.items()} if form else {}
    typed = {name: form.data.get(name, "") for name in ORDER} if form else dict.fromkeys(ORDER, "")
    problems = [Problem(name, wrong[name]) for name in ORDER if name in wrong]
    return ReportPage(
        title=activity.title,
        address=activity.get_absolute_url(),
        kinds=[Choice(kind.value, str(kind.label), typed["kind"] == kind.value) for kind in ReportKind],
        words=typed["words"],
        contact=typed["contact"],
        homepage=typed["homepage"],
        ticket=new_ticket(activity.uuid.hex),
        problems=problems or ([Problem("send", problem)] if problem else []),
        wrong=wrong,
    )


def problem_with(ticket: Ticket) -> str:
    """What to say to a reader whose ticket is not good; "" when it is."""
    return {
        Ticket.GOOD: "",
        Ticket.TOO_SOON: _("Det gik meget hurtigt. Se det lige igennem, og tryk på »Send« igen."),
        Ticket.WORTHLESS: _("Siden har stået åben længe. Det, du skrev, er her endnu. Tryk på »Send« igen."),
    }[ticket]


def too_many() -> str:
    """What to say when there is no room for more."""
    return _(
        "Vi har fået mange beskeder lige nu. Det, du skrev, er her endnu. Prøv igen om en time, eller ring til os."
    )
