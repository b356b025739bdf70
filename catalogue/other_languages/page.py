"""The page of one language, and the list of languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet

from ..choices import Language
from ..models import Activity, ActivityTranslation
from ..presenters.facts import Fact, facts_of
from .words import WELCOMES, InLanguage, in_language


@dataclass(frozen=True, slots=True)
class Told:
    """An activity in a few words in one language, with the facts of the interface's."""

    title: str
    text: str
    address: str
    language: InLanguage
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class LanguagePage:
    """What there is in a language; `heading` and `welcome` are in it, or empty when nobody has written them."""

    language: InLanguage
    heading: str
    welcome: str
    told: list[Told]


@dataclass(frozen=True, slots=True)
class LanguageCount:
    """A language, and how many activities are told of in it."""

    language: InLanguage
    count: int


def language_page(code: str, now: datetime) -> LanguagePage:
    """The published activities with words in the language, by title; a fixed number of queries."""
    heading, welcome = WELCOMES.get(Language(code), ("", ""))
    language = in_language(code)
    rows = list(_published().filter(language=code).order_by("title", "pk"))
    activities = Activity.objects.for_card().in_bulk([row.activity_id for row in rows])
    return LanguagePage(language, heading, welcome, [_told(row, activities[row.activity_id], now) for row in rows])


def language_counts() -> list[LanguageCount]:
    """The languages that some published activity is told of in, those with most first; one query."""
    rows = _published().values("language").annotate(count=Count("pk")).order_by("-count", "language")
    return [LanguageCount(in_language(row["language"]), row["count"]) for row in rows]


def translations_of(activity: Activity) -> list[Told]:
    """The activity in other languages, without facts; one query, none for an entry that is known to have no others."""
    if not getattr(activity, "is_translated", True):
        return []
    address = activity.get_absolute_url()
    return [Told(row.title, row.text, address, in_language(row.language), []) for row in activity.translations.all()]


def _told(row: ActivityTranslation, activity: Activity, now: datetime) -> Told:
    address, facts = activity.get_absolute_url(), facts_of(activity, now)
    return Told(row.title, row.text, address, in_language(row.language), facts)


def _published() -> QuerySet[ActivityTranslation]:
    return ActivityTranslation.objects.filter(activity__in=Activity.objects.published())
