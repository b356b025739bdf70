"""The three questions, and what the sum says.

T-ILS, the Three-Item Loneliness Scale of Hughes, Waite, Hawkley and Cacioppo (Research on Aging, 2004), in the Danish
words of the national health survey "Hvordan har du det?", which calls 7 points and more severe loneliness. The two
lower bands are ours: only kindness hangs on them.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

SEVERE_FROM = 7
SOME_FROM = 5
HIGHEST = 9
LOWEST = 3


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead on to a search."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What to say to the sums from `low` to `high`; `grave` when people to ring come first."""

    low: int
    high: int
    heading: str
    paragraphs: list[str]
    links: list[Link]
    grave: bool = False


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """The whole page."""

    questions: list[str]
    choices: list[tuple[int, str]]
    answers: list[Answer]


def self_check() -> SelfCheck:
    """The questions, the three things one may answer, and what each sum says."""
    return SelfCheck(
        questions=[
            _("Hvor ofte føler du dig isoleret fra andre?"),
            _("Hvor ofte føler du, at du savner nogen at være sammen med?"),
            _("Hvor ofte føler du dig udenfor?"),
        ],
        choices=[(1, _("Sjældent")), (2, _("En gang imellem")), (3, _("Ofte"))],
        answers=[_low(), _some(), _severe()],
    )


def _low() -> Answer:
    return Answer(
        LOWEST,
        SOME_FROM - 1,
        _("Du savner ikke så tit andre"),
        [
            _("Det er godt at høre. Pas på de mennesker, du har."),
            _("Kender du en, der er meget alene? Så tag dem med til noget. Det er lettere at være to."),
        ],
        [_link(_("Se, hvad der sker"), ""), _link(_("Bliv frivillig"), "frivillig")],
    )


def _some() -> Answer:
    return Answer(
        SOME_FROM,
        SEVERE_FROM - 1,
        _("Du savner andre en del af tiden"),
        [
            _("Det gør mange. Det er ikke din skyld, og det kan blive bedre."),
            _("Start med noget lille. Vælg noget, du godt kan lide, og prøv det en enkelt gang."),
        ],
        [
            _link(_("Find nogen at gå en tur med"), "nogen at gå en tur med"),
            _link(_("Find nogen at spise sammen med"), "spise sammen med andre"),
            _link(_("Find en at følges med"), "nogen at følges med"),
        ],
    )


def _severe() -> Answer:
    return Answer(
        SEVERE_FROM,
        HIGHEST,
        _("Du er ensom en stor del af tiden"),
        [
            _("Det er hårdt at gå med. Godt, at du mærker efter. Mange har det som dig, og du kan få hjælp."),
            _("Du skal ikke klare det alene. Sig det til en, du stoler på, eller ring til et menneske herunder."),
            _("Tal også med din læge. Sig: »Jeg er ensom, og det gør mig ked af det.«"),
        ],
        [
            _link(_("Find en, der ringer til dig"), "en der ringer til mig"),
            _link(_("Find en, der kommer på besøg"), "besøgsven"),
            _link(_("Find en at følges med"), "nogen at følges med"),
        ],
        grave=True,
    )


def _link(words: str, text: str) -> Link:
    """A link in the reader's language to a search for the Danish words: the catalogue is in Danish."""
    page = reverse("search:results")
    return Link(words, f"{page}?{urlencode({'q': text})}" if text else page)
