"""Which suggestions somebody is to look at, and what in the catalogue they may be about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from accounts.permissions import works_everywhere
from catalogue.models import Activity, Organisation, Venue
from catalogue.scopes import areas_of

from ..models import Suggestion
from .choices import SuggestionStatus

NEAR_TITLE = 85  # of 100, by the words that both have
MOST_ALIKE = 5


def suggestions_for(user: Any) -> QuerySet[Suggestion]:
    """All suggestions for those who work everywhere; else those from the areas that the user edits.

    Shown by tests/integration/editorial/suggestions/test_queue.py.
    """
    if works_everywhere(user):
        return Suggestion.objects.all()
    if not user.has_perm("editorial.view_suggestion"):
        return Suggestion.objects.none()
    return Suggestion.objects.filter(area__in=areas_of(user))


def waiting_suggestions_for(user: Any) -> QuerySet[Suggestion]:
    """Those of `suggestions_for` that nobody has answered yet."""
    return suggestions_for(user).filter(status__in=SuggestionStatus.open())


@dataclass(frozen=True, slots=True)
class Alike:
    """Something that a suggestion may be the same as: an activity, or another suggestion."""

    entry: Activity | Suggestion
    same_place: bool


def alike(suggestion: Suggestion) -> list[Alike]:
    """Activities and waiting suggestions with nearly the same title, those at the same place first; at most five each.

    Two queries at any size, and one for the activities found.
    """
    others = Activity.objects.exclude(pk=suggestion.draft_id).order_by("pk").values_list("pk", "title")
    found = _near(suggestion.title, dict(others))
    activities = Activity.objects.filter(pk__in=found).select_related("venue", "organisation")
    waiting = Suggestion.objects.filter(status__in=SuggestionStatus.open()).exclude(pk=suggestion.pk)
    titles = {other.pk: other.title for other in waiting}
    by_pk = {other.pk: other for other in waiting}
    rows = [Alike(entry, _is_at(entry.venue, suggestion.place)) for entry in activities]
    rows += [Alike(by_pk[pk], by_pk[pk].place == suggestion.place) for pk in _near(suggestion.title, titles)]
    return sorted(rows, key=lambda row: not row.same_place)


def organisation_named(name: str) -> Organisation | None:
    """The one published organisation of exactly this name, however its letters are; None for none or several."""
    wanted = _plain(name)
    if not wanted:
        return None
    found = [row for row in Organisation.objects.filter(live=True) if _plain(row.name) == wanted]
    return found[0] if len(found) == 1 else None


def venue_of(place: str) -> Venue | None:
    """The one published venue that the place names by its name, its address or both; None for none or several."""
    found = [venue for venue in Venue.objects.filter(live=True) if _is_at(venue, place)]
    return found[0] if len(found) == 1 else None


def _near(title: str, titles: dict[int, str]) -> list[int]:
    best = process.extract(
        title,
        titles,
        scorer=fuzz.token_sort_ratio,
        processor=default_process,
        score_cutoff=NEAR_TITLE,
        limit=MOST_ALIKE,
    )
    return [pk for _title, _score, pk in best]


def _is_at(venue: Venue | None, place: str) -> bool:
    if venue is None:
        return False
    ways = {venue.name, venue.address, f"{venue.name}, {venue.address}", f"{venue.name} {venue.address}"}
    return bool(_plain(place)) and _plain(place) in {_plain(way) for way in ways}


def _plain(text: str) -> str:
    return " ".join(default_process(text).split())
