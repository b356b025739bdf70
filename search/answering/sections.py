"""Tiers as sections of the page."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from search.planning.where import FITS, MENTIONS, NEARBY, REST, STALE, UNSURE
from search.query import SearchQuery
from search.results import Hit, Section
from search.schema import KeywordField
from search.understanding.question import Understanding


def sections(
    query: SearchQuery,
    understood: Understanding,
    tiers: Sequence[str],
    totals: Sequence[int],
    hits: Sequence[tuple[int, Hit]],
) -> tuple[Section, ...]:
    """Neighbouring tiers of one meaning as one section; those without hits on this page are left out.

    ``tiers`` and ``totals`` run in parallel; ``hits`` carry the number of their tier.
    """
    found: list[Section] = []
    names = list(tiers)
    first = 0
    while first < len(names):
        last = first
        while last + 1 < len(names) and _meaning(names[last + 1]) == _meaning(names[first]):
            last += 1
        inside = tuple(hit for tier, hit in hits if first <= tier <= last)
        total = sum(totals[first : last + 1])
        if inside:
            heading, explanation = _words(_meaning(names[first]), query, understood, is_first=not found)
            found.append(Section(names[first], heading, explanation, inside, total))
        first = last + 1
    return tuple(found)


def _meaning(name: str) -> str:
    """What merely mentions the wish and what is left are one section."""
    return REST if name == MENTIONS else name


def _words(name: str, query: SearchQuery, understood: Understanding, *, is_first: bool) -> tuple[str, str]:
    place = understood.places[0].place.label if understood.places else ""
    if name == FITS:
        return "", ""
    if name == STALE:
        return _("Ikke bekræftet for nylig"), _("Ring og hør, om det passer, før du tager af sted.")
    if name == UNSURE:
        if query.accessibility or any(one.constraint.field == KeywordField.ACCESS_YES for one in understood.bounds):
            return _("Spørg arrangøren"), _("Her ved vi ikke, om adgangen passer. Ring og hør, før du tager af sted.")
        return _("Passer næsten"), _("Her er ikke alt, som du ønskede.")
    if name == NEARBY:
        return _("Lige ved siden af"), _("Ikke i %(place)s, men i samme kommune.") % {"place": place}
    if is_first:
        return "", ""
    return _("Måske også"), _("De ligger længere væk fra det, du søgte.")
