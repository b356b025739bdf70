"""The questions near one that found too little: with one wish less, spelt otherwise, close by, on other days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from catalogue.presenters.doors import DOORS
from catalogue.recurrence.words import day_and_month
from search.answering.asides import NAMES, UNSET, chips
from search.answering.facets import label_of
from search.choices import TimeOfDay, Weekday
from search.language.correction import nearest
from search.planning.near import area_of, origin_of
from search.query import FIELD_OF, MANY, RADII_KM, SearchQuery
from search.results import WiderKind
from search.schema import KeywordField
from search.understanding.places import kilometres
from search.understanding.question import Span

if TYPE_CHECKING:
    from search.service import Asked

NEIGHBOURS = 6
NEIGHBOUR_KM = 40.0
WEEK = datetime.timedelta(days=7)
CHOICES: dict[KeywordField, tuple[str, type[TextChoices]]] = {
    KeywordField.WEEKDAY: ("dag", Weekday),
    KeywordField.TIME: ("tid", TimeOfDay),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another question; `km` is how far away its place is, `drastic` is one that gives up more than one wish."""

    kind: WiderKind
    label: str
    query: SearchQuery
    km: float | None = None
    drastic: bool = False


def candidates(asked: Asked) -> list[Candidate]:
    """Every question worth counting, each once, none the one that was asked and none that asks for nothing."""
    found: dict[SearchQuery, Candidate] = {}
    for one in (
        *_respelt(asked),
        *_with_less(asked),
        *_close_by(asked),
        *_other_times(asked),
        *_the_wish_alone(asked),
        *_close_by_at_any_time(asked),
    ):
        if one.query != asked.query.but() and not one.query.is_empty:
            found.setdefault(one.query, one)
    return list(found.values())


def doors() -> list[Candidate]:
    """The parts of the catalogue, and all of it, for a question that nothing is near."""
    parts = [Candidate(WiderKind.DOOR, str(door.label), SearchQuery(types=(part,))) for part, door in DOORS.items()]
    return [*parts, Candidate(WiderKind.DOOR, _("Se alle aktiviteter"), SearchQuery())]


def _with_less(asked: Asked) -> Iterator[Candidate]:
    query, understood = asked.query, asked.understood
    for chip in chips(query, understood):
        yield _without(str(chip.label), chip.without)
    for word in understood.unknown:
        span = Span(word.start, word.end)
        yield _without(understood.text[word.start : word.end], query.but(text=understood.without(span)))
    for name in MANY:
        values = getattr(query, FIELD_OF[name])
        if name == "adgang" or len(values) == 1:
            for value in values:
                label = label_of(name, value, asked.knowledge) or str(NAMES[name])
                yield _without(label, query.without_value(name, value))
        elif values:
            yield _without(str(NAMES[name]), query.but(**{FIELD_OF[name]: ()}))
    for name, unset in UNSET.items():
        yield _without(str(NAMES[name]), query.but(**unset))
    if query.near and (further := [km for km in RADII_KM if km > query.radius]):
        label = _("Op til %(km)d km væk") % {"km": further[0]}
        yield Candidate(WiderKind.PLACE, label, query.but(radius=further[0]))


def _without(label: str, query: SearchQuery) -> Candidate:
    return Candidate(WiderKind.LESS, _("Prøv uden »%(wish)s«") % {"wish": label}, query)


def _the_wish_alone(asked: Asked) -> Iterator[Candidate]:
    """What is wished for, wherever and whenever it is, whatever else was asked."""
    understood = asked.understood
    claimed = [where.span for where in understood.places] + [bound.span for bound in understood.bounds]
    text = _without_spans(understood.text, claimed + ([understood.age.span] if understood.age else []))
    if text:
        label = _("Kun »%(wish)s«") % {"wish": text}
        yield Candidate(WiderKind.LESS, label, SearchQuery(text=text), drastic=True)


def _respelt(asked: Asked) -> Iterator[Candidate]:
    """A word that nobody here knows may be a slip, though it is a word ("stik" for "strik")."""
    understood = asked.understood
    for word in understood.unknown:
        if meant := nearest(word.text, asked.knowledge.lexicon):
            text = understood.text[: word.start] + meant + understood.text[word.end :]
            yield Candidate(WiderKind.SPELT, text, asked.query.but(text=text))


def _close_by(asked: Asked) -> Iterator[Candidate]:
    """The same wish in the nearest areas around."""
    query, gazetteer = asked.query, asked.knowledge.gazetteer
    named = asked.understood.places[0] if asked.understood.places else None
    own: tuple[str, ...] = query.areas or (named.place.areas[:1] if named else ())
    origin = None
    if query.near:
        origin = origin_of(query.near, gazetteer)
        own = own or tuple(filter(None, (area_of(query.near, gazetteer),)))
    elif own and own[0] in gazetteer.areas:
        origin = gazetteer.areas[own[0]].centre
    if origin is None:
        return
    text = asked.understood.without(named.span) if named else query.text
    yield from _around(asked, query.but(text=text, near="", radius=SearchQuery().radius), own, origin)


def _around(asked: Asked, query: SearchQuery, own: tuple[str, ...], origin: tuple[float, float]) -> Iterator[Candidate]:
    gazetteer = asked.knowledge.gazetteer
    around = [
        (kilometres(origin, area.centre), area)
        for area in gazetteer.areas.values()
        if area.centre and area.parent and not gazetteer.overlap(area.slug, own)
    ]
    for km, area in sorted(around, key=lambda pair: (pair[0], pair[1].slug))[:NEIGHBOURS]:
        if km <= NEIGHBOUR_KM:
            yield Candidate(WiderKind.PLACE, area.name, query.but(areas=(area.slug,)), km)


def _close_by_at_any_time(asked: Asked) -> Iterator[Candidate]:
    """The same wish in the nearest areas around, whenever it is."""
    said = [bound.span for bound in asked.understood.bounds if bound.constraint.field in CHOICES]
    for one in _close_by(asked):
        text = one.query.text
        if said and one.km is not None:
            places = [where.span for where in asked.understood.places[:1]]
            text = _without_spans(asked.understood.text, [*said, *places])
        label = _("%(place)s på alle dage") % {"place": one.label}
        query = one.query.but(text=text, weekdays=(), times=(), date_from=None, date_to=None)
        if query != one.query:
            yield Candidate(WiderKind.PLACE, label, query, one.km, drastic=True)


def _other_times(asked: Asked) -> Iterator[Candidate]:
    """The same wish on the other days and times, and a week later."""
    query = asked.query
    for field, (name, choices) in CHOICES.items():
        said = [bound for bound in asked.understood.bounds if bound.constraint.field == field]
        taken = {*getattr(query, FIELD_OF[name]), *(value for one in said for value in one.constraint.values)}
        if not taken:
            continue
        text = _without_spans(asked.understood.text, [bound.span for bound in said])
        for value, label in choices.choices:
            if value not in taken:
                yield Candidate(WiderKind.TIME, str(label), query.but(text=text, **{FIELD_OF[name]: (value,)}))
    if query.date_from and query.date_to and query.date_from <= query.date_to:
        later = query.but(date_from=query.date_from + WEEK, date_to=query.date_to + WEEK)
        week = _("Ugen efter (fra %(date)s)") % {"date": day_and_month(query.date_from + WEEK)}
        yield Candidate(WiderKind.TIME, week, later)


def _without_spans(text: str, spans: list[Span]) -> str:
    """The text without the words of the spans."""
    for span in sorted(spans, key=lambda one: -one.start):
        text = text[: span.start] + " " + text[span.end :]
    return " ".join(text.split())
