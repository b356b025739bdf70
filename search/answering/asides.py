"""What stands beside the hits: what was understood and corrected."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search.answering.labels import label_words
from search.query import SearchQuery
from search.results import Chip, Correction
from search.understanding.constraints import Constraint
from search.understanding.question import Span, Understanding

# Parameter of a filter → what it is called when one proposes to do without it.
NAMES = {
    "type": gettext_lazy("del af kataloget"),
    "karakter": gettext_lazy("karakter"),
    "omraade": gettext_lazy("område"),
    "interesse": gettext_lazy("interesse"),
    "maalgruppe": gettext_lazy("for hvem"),
    "adgang": gettext_lazy("tilgængelighed"),
    "dag": gettext_lazy("ugedag"),
    "tid": gettext_lazy("tid på dagen"),
    "pris": gettext_lazy("pris"),
    "form": gettext_lazy("hvordan det foregår"),
    "sprog": gettext_lazy("sprog"),
    "tilmelding": gettext_lazy("tilmelding"),
    "henviser": gettext_lazy("hvem der foreslår"),
    "arrangoer": gettext_lazy("arrangør"),
    "alder": gettext_lazy("alder"),
    "dato": gettext_lazy("dato"),
    "naer": gettext_lazy("afstand"),
}
UNSET: dict[str, dict[str, object]] = {
    "dato": {"date_from": None, "date_to": None},
    "naer": {"near": ""},
    "alder": {"age": None},
}


def chips(query: SearchQuery, understood: Understanding) -> tuple[Chip, ...]:
    """What was understood, in the order of the words, each with the question without them."""
    found = sorted(_found(understood), key=lambda one: one[3].start)
    return tuple(
        Chip(kind, value, label, span.start, span.end, query.but(text=understood.without(span)))
        for kind, value, label, span in found
    )


def _found(understood: Understanding) -> Iterator[tuple[str, str, str, Span]]:
    for where in understood.places:
        yield "sted", where.place.value, where.place.label, where.span
    for bound in understood.bounds:
        yield bound.constraint.kind, bound.constraint.name, _bound_words(bound.constraint), bound.span
    if understood.age:
        years = understood.age.years
        label = _("%(years)d år og derover") if understood.age.at_least else _("%(years)d år")
        yield "alder", str(years), label % {"years": years}, understood.age.span
    for idea in understood.ideas:
        concept = next((concept for concept in idea.concepts if concept.is_about_people), None)
        if concept:
            yield "situation", concept.name, label_words(concept.label), idea.span


def _bound_words(constraint: Constraint) -> str:
    """A choice says itself in the reader's language; a word that stands for several has to be put into it."""
    return label_words(constraint.label) if len(constraint.values) > 1 else constraint.label


def corrections(query: SearchQuery, understood: Understanding) -> tuple[Correction, ...]:
    """Words that were read as others, each with the question spelt as it was read."""
    instead = query.but(text=understood.corrected_text())
    return tuple(Correction(one.typed, one.meant, instead) for one in understood.corrected)
