"""The page of one activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from images.models import CustomImage

from ..choices import Language, Status
from ..freshness import is_stale
from ..models import Activity, Organisation
from ..other_languages.page import Told, translations_of
from ..recurrence.words import date_words, listed, sentence
from ..wording import danish, language_name, woven
from .accessibility import Answers, answers_of
from .company import Company, company_of
from .contact import Contact, contact_of
from .dates import DateLine, date_lines
from .doors import Door, door_of
from .facts import Fact, facts_of
from .first_visit import first_visit_of
from .prose import Block, blocks_of
from .schedule import paused_words, schedule_words
from .terms import term_words
from .way import Way, way_to

DATES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be known before anything else; `kind` is "pause" or "ended"."""

    kind: str
    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """Everything that the page says, in the order it says it."""

    title: str
    summary: str
    door: Door
    notice: Notice | None
    facts: list[Fact]
    contact: Contact
    image: CustomImage | None
    description: list[Block]
    first_visit: list[Block]
    company: Company
    schedule_text: str
    dates: list[DateLine]
    way: Way | None
    organisation: Organisation
    accessibility: Answers
    whom: list[str]
    verified: str
    stale: bool
    ended: bool
    told: list[Told]
    own_words: Told | None
    alternatives: list[Activity] = field(default_factory=list)
    parts: list[Activity] = field(default_factory=list)


def activity_page(
    activity: Activity, now: datetime, alternatives: Iterable[Activity] = (), parts: Iterable[Activity] = ()
) -> ActivityPage:
    """The page of an activity as it is at `now` (aware).

    `alternatives` are shown when it has ended; `parts` is what once was one entry with it.
    """
    verified_on, today = activity.verified_on, localdate(now)
    ended = activity.status == Status.ENDED
    told = [] if ended else translations_of(activity)
    # Who reads the portal in a language reads first what is said of the activity in it.
    own_words = next((one for one in told if one.language.code == get_language()), None)
    return ActivityPage(
        title=activity.title,
        summary=activity.summary,
        door=door_of(activity.type),
        notice=_notice(activity, today),
        facts=facts_of(activity, now),
        contact=contact_of(activity),
        image=activity.image,
        description=blocks_of(activity.description),
        first_visit=first_visit_of(activity),
        company=company_of(activity),
        schedule_text=schedule_words(activity, today),
        dates=date_lines(activity, now, DATES_SHOWN),
        way=way_to(activity.venue) if activity.venue else None,
        organisation=activity.organisation,
        accessibility=answers_of(activity),
        whom=whom(activity),
        verified=verified_words(activity, today),
        # What nobody has confirmed yet is said of a new entry too.
        stale=verified_on is None or is_stale(activity, today),
        ended=ended,
        told=[one for one in told if one is not own_words],
        own_words=own_words,
        alternatives=list(alternatives),
        parts=list(parts),
    )


def verified_words(activity: Activity, today: date) -> str:
    """ "Sidst bekræftet 1. oktober af Korforeningen"; "" when nobody ever has."""
    if not activity.verified_on:
        return ""
    return woven(
        _("Sidst bekræftet %(date)s af %(who)s"),
        date=date_words(activity.verified_on, today),
        who=danish(activity.verified_by or activity.organisation.name),
    )


def whom(activity: Activity) -> list[str]:
    """Sentences: for which groups, which ages, in which languages."""
    groups = [term_words(term.name) for term in activity.target_group_terms]
    sentences = [
        woven(_("Især for: %(groups)s."), groups=listed(groups)) if groups and groups != ["alle"] else _("For alle."),
        age_words(activity.age_min, activity.age_max),
        _languages(activity.languages),
    ]
    return [words for words in sentences if words]


def age_words(low: int | None, high: int | None) -> str:
    """ "Fra 60 år.", "Fra 18 til 30 år.", "Til og med 25 år.", or "" for every age."""
    if low and high is not None:
        return _("Fra %(low)d til %(high)d år.") % {"low": low, "high": high}
    if low:
        return _("Fra %(low)d år.") % {"low": low}
    return _("Til og med %(high)d år.") % {"high": high} if high is not None else ""


def _languages(codes: Iterable[str]) -> str:
    others = [language_name(code) for code in codes if code != Language.DANISH]
    if not others:
        return ""
    words = (
        _("Der bliver også talt %(languages)s.") if Language.DANISH in codes else _("Der bliver talt %(languages)s.")
    )
    return words % {"languages": listed(others)}


def _notice(activity: Activity, today: date) -> Notice | None:
    if activity.status == Status.PAUSED:
        begins = (
            _("Dagen efter er det i gang igen.")
            if activity.paused_until
            else _("Ring og hør, hvornår det begynder igen.")
        )
        words = danish(sentence(activity.status_note)) or begins
        return Notice("pause", paused_words(activity, today), words)
    if activity.status == Status.ENDED:
        words = danish(sentence(activity.status_note)) or _("Ring til os, så hjælper vi dig med at finde noget andet.")
        return Notice("ended", _("Det her er stoppet"), words)
    return None
