"""Facet counts with labels, every value in its fixed place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db.models import Choices
from django.utils.translation import gettext as _

from catalogue.choices import AccessibilityFeature, ActivityType, Character, Delivery, Language, Referrer, SignUp
from catalogue.presenters.terms import term_words
from search.choices import PriceBand, TimeOfDay, Weekday
from search.profiles import Profile
from search.query import FIELD_OF, SearchQuery
from search.results import Facet, FacetValue
from search.schema import FACETS, KeywordField
from search.understanding.knowledge import Knowledge

CLOSED: dict[str, type[Choices]] = {
    "type": ActivityType,
    "karakter": Character,
    "adgang": AccessibilityFeature,
    "dag": Weekday,
    "tid": TimeOfDay,
    "pris": PriceBand,
    "form": Delivery,
    "sprog": Language,
    "tilmelding": SignUp,
    "henviser": Referrer,
}
TERMS = {"interesse": KeywordField.INTEREST, "maalgruppe": KeywordField.TARGET_GROUP}


def facets(query: SearchQuery, counts: Mapping[str, Mapping[str, int]], knowledge: Knowledge) -> tuple[Facet, ...]:
    """Every facet with every value it may have; one that would give nothing stays, with 0."""
    labels = _labels()
    return tuple(
        Facet(name, labels[name], tuple(_values(name, query, counts.get(name, {}), knowledge))) for name in FACETS
    )


def label_of(name: str, value: str, knowledge: Knowledge) -> str:
    """What a value of a facet is called; "" for one that the facet does not have."""
    return dict(_choices(name, knowledge)).get(value, "") if name in FACETS else ""


def _values(name: str, query: SearchQuery, counts: Mapping[str, int], knowledge: Knowledge) -> Iterator[FacetValue]:
    chosen = set(getattr(query, FIELD_OF[name]))
    choices = list(_choices(name, knowledge))
    if name == "sprog":
        # The list of languages is long, and most are spoken nowhere here.
        choices = [(value, label) for value, label in choices if counts.get(value) or value in chosen]
    for value, label in choices:
        yield FacetValue(value, label, counts.get(value, 0), value in chosen)


def _choices(name: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    if name == "adgang":
        yield from ((str(profile), str(profile.label)) for profile in Profile)
    if name in CLOSED:
        yield from ((str(value), str(label)) for value, label in CLOSED[name].choices)
    elif name == "omraade":
        yield from ((area.slug, area.name) for area in knowledge.gazetteer.areas.values())
    else:
        found = [
            (term.slug, term_words(term.name)) for term in knowledge.thesaurus.vocabulary if term.field == TERMS[name]
        ]
        yield from sorted(found, key=lambda pair: pair[1].lower())


def _labels() -> dict[str, str]:
    return {
        "type": _("Del af kataloget"),
        "karakter": _("Karakter"),
        "omraade": _("Område"),
        "interesse": _("Interesser"),
        "maalgruppe": _("For hvem"),
        "adgang": _("Tilgængelighed"),
        "dag": _("Ugedag"),
        "tid": _("Tid på dagen"),
        "pris": _("Pris"),
        "form": _("Sådan foregår det"),
        "sprog": _("Sprog"),
        "tilmelding": _("Sådan kommer man med"),
        "henviser": _("Hvem kan foreslå det"),
    }
