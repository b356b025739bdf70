"""The pages: a question, and the offers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalogue.models import Activity
from catalogue.presenters.card import Card, card_of
from catalogue.queries.areas import Kommune
from catalogue.recurrence.words import listed

from ..presenters.addresses import Addresses
from ..presenters.fields import Problem
from ..presenters.results import CardSection
from . import addresses
from .answers import Answers
from .asking import leading_on
from .offers import Offers
from .questions import WHERE, Question
from .reasons import reason

FIRST_FIELD = "svar-1"
GIVEN_UP_WORDS = {
    "naar": gettext_lazy("hvornår det passer dig"),
    WHERE: gettext_lazy("lige netop det sted"),
    "lide": gettext_lazy("hvad du kan lide"),
    "savner": gettext_lazy("hvad du savner"),
    "behov": gettext_lazy("det, der skal være på plads"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose; `id` is that of its field."""

    value: str
    words: str
    chosen: bool
    id: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with the answers that lead somewhere, in groups where there are many ("" is no group)."""

    name: str
    heading: str
    title: str
    hint: str
    progress: str
    number: int
    count: int
    several: bool
    groups: list[tuple[str, list[Choice]]]
    problems: list[Problem]
    address: str
    hidden: list[tuple[str, str]]
    back: str
    skip: str
    go_on: str
    left_words: str


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to a question, and where to change it."""

    heading: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class OffersPage:
    """The offers with their reasons; `everything` is the search that finds them and the rest."""

    heading: str
    lead: str
    notices: list[str]
    sections: list[CardSection]
    everything: str
    everything_words: str
    given: list[Given]
    back: str
    again: str


def question_page(question: Question, answers: Answers, *, pressed_on: bool) -> QuestionPage:
    """The page of a question; `pressed_on` when somebody went on without an answer."""
    leading, left = leading_on(question, answers)
    chosen = answers.of(question)
    shown = [option for option in question.options if option.value in leading or option in chosen]
    choices = [
        (option.group, Choice(option.value, str(option.words), option in chosen, f"svar-{number}"))
        for number, option in enumerate(shown, 1)
    ]
    number, count = answers.questions.index(question) + 1, len(answers.questions)
    progress = _("Spørgsmål %(number)d af %(count)d") % {"number": number, "count": count}
    heading, problems = str(question.heading), _problems(question, answers, pressed_on and bool(shown))
    title = _("Fejl: %(heading)s") % {"heading": heading} if problems else heading
    return QuestionPage(
        name=question.name,
        heading=heading,
        title=f"{title} – {progress}",
        hint=str(question.hint),
        progress=progress,
        number=number,
        count=count,
        several=question.several,
        groups=[
            (group, [choice for _group, choice in found]) for group, found in groupby(choices, key=lambda pair: pair[0])
        ],
        problems=problems,
        address=addresses.page_of(question, answers.questions),
        hidden=[*answers.without([question.name]).parameters(), (addresses.GO_ON, "1")],
        back=addresses.before(question, answers),
        skip=addresses.after(question, answers.without([question.name])),
        go_on=addresses.GO_ON,
        left_words=ngettext("1 forslag at vælge imellem", "%(n)d forslag at vælge imellem", left) % {"n": left},
    )


def offers_page(offers: Offers, answers: Answers, kommuner: Iterable[Kommune], now: datetime) -> OffersPage:
    """The end of the way: the offers, and all the ways on."""
    inside = _inside(answers, kommuner)

    def card(activity: Activity) -> Card:
        why = reason(activity, answers, inside, now)
        return card_of(activity, now, asked=answers.query().accessibility, reasons=(why,) if why else ())

    def section(heading: str, explanation: str, activities: list[Activity]) -> CardSection:
        cards = [card(activity) for activity in activities]
        return CardSection(heading or _("Forslag"), explanation, cards, heading_hidden=not heading)

    unsure_words = _("Her ved vi ikke, om det, der skal være på plads, er det. Ring og hør, før du tager af sted.")
    sections = [
        section("", "", offers.fitting),
        section(_("Spørg arrangøren"), unsure_words, offers.unsure),
        section(_("Lige ved siden af"), _("Det ligger i den samme kommune."), offers.nearby),
    ]
    everything = Addresses().of(offers.met.query())
    return OffersPage(
        heading=_("Her er vores forslag til dig") if not answers.is_empty else _("Her er noget at begynde med"),
        lead=_lead(offers, answers),
        notices=_unknown(answers),
        sections=[one for one in sections if one.cards],
        everything=everything,
        everything_words=ngettext("Vis 1 aktivitet i søgningen", "Vis alle %(n)d", offers.total) % {"n": offers.total},
        given=[_given(question, answers) for question in answers.questions],
        back=addresses.address_of(answers.questions[-1], answers),
        again=addresses.page_of(answers.questions[0], answers.questions),
    )


def _lead(offers: Offers, answers: Answers) -> str:
    if offers.given_up:
        left_out = listed([str(GIVEN_UP_WORDS[name]) for name in offers.given_up])
        words = _("Der er ikke noget, der passer på det hele. Her er det nærmeste, når vi ser bort fra %(left_out)s.")
        return words % {"left_out": left_out}
    if answers.is_empty:
        return _("Du har sprunget alle spørgsmål over. Det er helt i orden.")
    if not offers.total:
        return _("Der er ikke noget i kataloget lige nu. Ring til os, så hjælper vi dig.")
    return ngettext(
        "Vi fandt 1 forslag ud fra dine svar.", "Vi fandt %(n)d forslag ud fra dine svar.", offers.total
    ) % {"n": offers.total}


def _problems(question: Question, answers: Answers, pressed_on: bool) -> list[Problem]:
    unknown = [one.value for one in answers.unknown if one.question == question.name]
    words = [_("Det svar kender vi ikke: »%(value)s«. Vælg et af svarene her.") % {"value": value} for value in unknown]
    if pressed_on and not unknown and not answers.of(question):
        words.append(str(question.empty))
    field = question.name if question.name == WHERE else FIRST_FIELD
    return [Problem(field, sentence) for sentence in words[:1]]


def _unknown(answers: Answers) -> list[str]:
    values = dict.fromkeys(one.value for one in answers.unknown)
    if not values:
        return []
    words = _("Det her i adressen kender vi ikke, så det tæller ikke med: %(values)s.")
    return [words % {"values": ", ".join(list(values)[:5])}]


def _given(question: Question, answers: Answers) -> Given:
    chosen = listed([str(option.words) for option in answers.of(question)])
    return Given(str(question.heading), chosen or _("Sprunget over"), addresses.address_of(question, answers))


def _inside(answers: Answers, kommuner: Iterable[Kommune]) -> frozenset[str]:
    chosen = {option.value for option in answers.chosen.get(WHERE, ())}
    wholes: Mapping[str, set[str]] = {one.area.slug: {area.slug for area in one.parts} for one in kommuner}
    return frozenset(chosen.union(*(wholes.get(slug, set()) for slug in chosen)))
