"""What an organisation sees when it follows a link: what will happen, what has happened, or why nothing can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from catalogue.models import Activity
from catalogue.presenters.contact import contact_of
from catalogue.presenters.facts import price
from catalogue.recurrence.words import date_words
from catalogue.wording import danish, woven

from ..choices import FreshnessAnswer
from ..models import FreshnessQuestion, FreshnessRound
from .letter import when_words
from .standing import Standing, is_hidden


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as citizens see it now, for a last look."""

    title: str
    address: str
    rows: list[tuple[str, str]]
    hidden: bool


@dataclass(frozen=True, slots=True)
class ConfirmPage:
    """What pressing the button does."""

    title: str
    lead: str
    button: str
    organisation: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """What came of it, or why the link does nothing. `again` says whether new links may be asked for."""

    title: str
    lead: str
    words: list[str] = field(default_factory=list)
    entry: Entry | None = None
    changes: list[list[str]] = field(default_factory=list)
    again: bool = False
    address: str = ""


def confirm_page(question: FreshnessQuestion, now: datetime) -> ConfirmPage:
    """ "Er det stadig rigtigt?" about one entry."""
    return ConfirmPage(
        title=_("Er det stadig rigtigt?"),
        lead=_("Se det igennem. Passer det hele, så tryk på knappen. Du behøver ikke logge ind."),
        button=_("Ja, det er stadig rigtigt"),
        organisation=question.activity.organisation.name,
        entries=[entry_of(question, now)],
    )


def confirm_all_page(round_: FreshnessRound, questions: Sequence[FreshnessQuestion], now: datetime) -> ConfirmPage:
    """ "Er det hele stadig rigtigt?" about all that has not been answered."""
    return ConfirmPage(
        title=_("Er det hele stadig rigtigt?"),
        lead=_("Se det igennem. Passer det hele, så tryk på knappen nederst. Du behøver ikke logge ind."),
        button=_("Ja, alt er stadig rigtigt"),
        organisation=round_.organisation.name,
        entries=[entry_of(question, now) for question in questions],
    )


def entry_of(question: FreshnessQuestion, now: datetime) -> Entry:
    """The entry with what most often changes."""
    activity, today = question.activity, localdate(now)
    contact = contact_of(activity)
    rows = [
        (_("Hvornår"), danish(when_words(activity, today))),
        (_("Hvor"), danish(activity.venue.name) if activity.venue else ""),
        (_("Pris"), price(activity).text),
        (_("Telefon"), contact.phone),
        (_("Mail"), contact.email),
        (_("Sidst bekræftet"), _confirmed(activity, now)),
    ]
    return Entry(
        title=activity.title,
        address=activity.get_absolute_url() if activity.live else "",
        rows=[(label, words) for label, words in rows if words],
        hidden=is_hidden(question),
    )


def _confirmed(activity: Activity, now: datetime) -> str:
    return date_words(activity.verified_on, localdate(now)) if activity.verified_on else _("aldrig")


def closed_page(question: FreshnessQuestion, standing: Standing, now: datetime) -> ClosedPage:
    """The receipt of an answer, or why the link is dead; `question` with its activity."""
    if standing == Standing.ANSWERED:
        return _receipt(question, now)
    if standing == Standing.GONE:
        return ClosedPage(
            title=_("Den er ikke i kataloget mere"),
            lead=_("Redaktionen har taget aktiviteten af. Ring eller skriv til os, hvis den skal med igen."),
        )
    if standing == Standing.CONFIRMED:
        when = date_words(question.activity.verified_on, localdate(now))
        return ClosedPage(
            title=_("Den er allerede bekræftet"),
            lead=woven(_("»%(title)s« blev bekræftet %(when)s."), title=danish(question.activity.title), when=when),
            words=[_("Derfor virker linket ikke mere. Skal noget rettes, så bed om nye links.")],
            entry=entry_of(question, now),
            again=True,
        )
    return expired_page()


def expired_page() -> ClosedPage:
    """The time of the link has run out."""
    return ClosedPage(
        title=_("Linket er for gammelt"),
        lead=_("Vi kan sende en ny mail med nye links."),
        again=True,
    )


def unknown_page() -> ClosedPage:
    """The address is not one of ours, or has lost a piece on its way."""
    return ClosedPage(
        title=_("Linket virker ikke"),
        lead=_("Måske mangler der et stykke af det."),
        words=[_("Åbn mailen igen, og tryk på linket der. Virker det stadig ikke, så ring eller skriv til os.")],
    )


def all_answered_page(round_: FreshnessRound, count: int = 0) -> ClosedPage:
    """Everything of the round has been answered."""
    return ClosedPage(
        title=_("Tak, nu er alt bekræftet"),
        lead=woven(
            _("Vi har fået svar på alt fra %(organisation)s. I hører fra os igen om nogle måneder."),
            organisation=danish(round_.organisation.name),
        ),
        words=[_("Skal noget rettes alligevel, så bed om nye links.")],
        again=True,
    )


def _receipt(question: FreshnessQuestion, now: datetime) -> ClosedPage:
    title = danish(question.activity.title)
    words = {
        FreshnessAnswer.RIGHT: _("»%(title)s« er nu bekræftet. I hører fra os igen om nogle måneder."),
        FreshnessAnswer.CORRECTED: _("»%(title)s« er rettet, og alle kan se det nu."),
        FreshnessAnswer.PAUSED: _("»%(title)s« står nu på pause."),
        FreshnessAnswer.ENDED: _("»%(title)s« står nu som ophørt."),
    }[FreshnessAnswer(question.answer)]
    if not question.published:
        words = _("Vi har fået jeres ændring af »%(title)s«. En redaktør ser på den, før alle kan se den.")
    return ClosedPage(
        title=_("Tak for svaret"),
        lead=woven(words, title=title),
        words=[_("Links til den her aktivitet virker ikke mere. Skal noget rettes, så bed om nye links.")],
        entry=entry_of(question, now) if question.answer == FreshnessAnswer.RIGHT else None,
        changes=question.changes,
        again=True,
    )


def sent_again_page(to: list[str]) -> ClosedPage:
    """New links are on their way to an address that is shown in part: whoever asks may be somebody else."""
    if not to:
        return ClosedPage(
            title=_("Vi har ingen mailadresse til jer"),
            lead=_("Ring eller skriv til os, så retter vi det sammen."),
        )
    shown = ", ".join(_in_part(address) for address in to)
    return ClosedPage(
        title=_("Der er en ny mail på vej"),
        lead=_("Vi sender nye links til %(address)s.") % {"address": shown},
        words=[_("Kommer den ikke inden for en time, så se efter under uønsket post, eller ring til os.")],
    )


def too_soon_page() -> ClosedPage:
    """New links were sent a moment ago."""
    return ClosedPage(
        title=_("Vi har lige sendt nye links"),
        lead=_("Se efter i jeres mail, også under uønsket post. Du kan bede om flere senere."),
    )


def _in_part(address: str) -> str:
    name, _at, host = address.partition("@")
    return f"{name[:1]}…@{host}"
