"""Suggestions for a text that is being typed; asks the database only for the titles, and only now and then."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalogue.models import Activity
from search.language.correction import correct
from search.language.suggestions import Phrase, Suggester
from search.schema import KeywordField
from search.understanding.knowledge import Knowledge
from search.understanding.store import FRESH_SECONDS, get_knowledge

SHORTEST = 2
MOST = 6
AREA, INTEREST, TITLE = 3.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to search for, and in a word or two what it is."""

    text: str
    kind: str | Promise


@dataclass(frozen=True)
class _Kept:
    knowledge: Knowledge
    titles: tuple[str, ...]
    suggester: Suggester
    places: Suggester
    kinds: dict[str, str | Promise]
    until: float


_lock = threading.Lock()
_kept: _Kept | None = None


def suggest(typed: str, *, only_places: bool = False) -> list[Suggestion]:
    """At most six suggestions, none for less than two characters.

    Where nothing begins as typed, the mistyped words are spelt as they are known, and that is suggested first; of
    places only where it begins one.
    """
    if len(typed) < SHORTEST:
        return []
    kept = _current(get_knowledge())
    suggester = kept.places if only_places else kept.suggester
    found = suggester.suggest(typed, MOST)
    meant = "" if found else corrected(typed, kept.knowledge)
    if meant:
        near = suggester.suggest(meant, MOST)
        found = near if only_places else [meant, *(text for text in near if text.lower() != meant.lower())]
    return [Suggestion(text, kept.kinds.get(text, _("Mente du?"))) for text in found[:MOST]]


def corrected(typed: str, knowledge: Knowledge) -> str:
    """The text with its mistyped words put right; "" when no word is."""
    words = typed.split()
    meant = [found.meant if (found := correct(word, knowledge.lexicon)) else word for word in words]
    return "" if meant == words else " ".join(meant)


def _current(knowledge: Knowledge) -> _Kept:
    global _kept
    kept = _kept
    if kept is not None and _is_fresh(kept, knowledge):
        return kept
    with _lock:
        kept = _kept
        if kept is None or not _is_fresh(kept, knowledge):
            kept = _kept = _renewed(kept, knowledge)
        return kept


def renew_early() -> None:
    """Looks for new titles when half their time has passed, so that nobody who types waits; for the background."""
    global _kept
    with _lock:
        kept = _kept
        if kept is not None and time.monotonic() >= kept.until - FRESH_SECONDS / 2:
            _kept = _renewed(kept, get_knowledge())


def _is_fresh(kept: _Kept, knowledge: Knowledge) -> bool:
    return kept.knowledge is knowledge and time.monotonic() < kept.until


def _renewed(kept: _Kept | None, knowledge: Knowledge) -> _Kept:
    """With the titles as they are now; nothing is made anew when they and the knowledge are the same."""
    titles = tuple(Activity.objects.published().order_by("pk").values_list("title", flat=True))
    until = time.monotonic() + FRESH_SECONDS
    if kept is not None and (kept.knowledge, kept.titles) == (knowledge, titles):
        return replace(kept, until=until)
    phrases = list(_phrases(knowledge, titles))
    # Where two texts are the same, the first is the heavier one; it names the kind.
    kinds = {phrase.text: kind for phrase, kind in reversed(phrases)}
    places = Suggester(Phrase(area.name) for area in knowledge.gazetteer.areas.values())
    return _Kept(knowledge, titles, Suggester(phrase for phrase, _kind in phrases), places, kinds, until)


def _phrases(knowledge: Knowledge, titles: tuple[str, ...]) -> Iterator[tuple[Phrase, str | Promise]]:
    for area in knowledge.gazetteer.areas.values():
        yield Phrase(area.name, AREA), _("Sted")
    for term in knowledge.thesaurus.vocabulary:
        if term.field == KeywordField.INTEREST:
            yield Phrase(term.name, INTEREST), _("Interesse")
    for title in titles:
        yield Phrase(title, TITLE), _("Aktivitet")
