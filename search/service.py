"""`search`: a question in, the whole answer out. What the results page, the command and the evaluation share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language

from search.answering.asides import chips, corrections
from search.answering.facets import facets
from search.answering.highlights import mark
from search.answering.items import items_of
from search.answering.readings import readings_of
from search.answering.reasons import reasons
from search.answering.sections import sections
from search.answering.unknown_areas import unknown_areas
from search.answering.words import sought_keys
from search.engines import Engine, get_engine, guarded
from search.plan import Found, Plan
from search.planning.areas import with_known_areas
from search.planning.near import place_of, with_known_place
from search.planning.plan import PAGE_SIZE, Planned, make_plan
from search.planning.reading import reading_plan
from search.planning.where import STALE
from search.query import SearchQuery
from search.results import Hit, Relaxation, SearchResults
from search.understanding.knowledge import Knowledge
from search.understanding.question import Understanding
from search.understanding.store import get_knowledge
from search.understanding.understand import understand
from search.wider.counting import fits_exactly, relaxations


@dataclass(frozen=True, slots=True)
class Asked:
    """A question understood and planned."""

    query: SearchQuery
    understood: Understanding
    planned: Planned
    knowledge: Knowledge


def ask(query: SearchQuery, knowledge: Knowledge | None = None, today: date | None = None) -> Asked:
    """Understands and plans the question, as of another day than today where one is given; asks no engine."""
    knowledge = knowledge or get_knowledge()
    query = with_known_areas(with_known_place(query, knowledge.gazetteer), knowledge.gazetteer)
    understood = understand(query.text, knowledge)
    return Asked(query, understood, make_plan(query, understood, knowledge, today), knowledge)


def search(query: SearchQuery, *, engine: Engine | None = None) -> SearchResults:
    """The whole answer to ``query`` by ``engine``, or by the one of the settings.

    Never raises for an engine that is away: the database answers then, and ``degraded`` says so. Where little fits, the
    engine is asked once more, for the ways on. What there is to read comes with the first answer.
    """

    def ask_engine(plans: Sequence[Plan]) -> guarded.AnsweredMany:
        return guarded.ask_many(plans, engine or get_engine(), lambda: get_engine(guarded.FALLBACK))

    asked = ask(query)
    reading = reading_plan(asked.planned.plan, asked.understood, get_language()) if query.page == 1 else None
    answered = ask_engine((asked.planned.plan, reading) if reading else (asked.planned.plan,))
    found = answered.found[0]
    wider = relaxations(
        asked,
        found,
        ask=lambda other: ask(other, asked.knowledge),
        ask_engine=lambda plans: ask_engine(plans).found,
    )
    results = answer(asked, found, wider, engine=answered.engine, degraded=answered.degraded)
    return replace(results, readings=readings_of(answered.found[1])) if reading else results


def answer(
    asked: Asked, found: Found, wider: tuple[Relaxation, ...] = (), *, engine: str = "", degraded: bool = False
) -> SearchResults:
    """The answer for people to what an engine found; one query for the page's items and their relations."""
    query, understood, planned = asked.query, asked.understood, asked.planned
    totals = found.tier_totals or (found.total,)
    return SearchResults(
        query=query,
        sections=sections(query, understood, _parts(planned), totals, _hits(asked, found)),
        total=found.total,
        facets=facets(query, found.facets, asked.knowledge),
        understood=chips(query, understood),
        corrections=corrections(query, understood),
        relaxations=wider,
        unknown_areas=unknown_areas(query, found.facets.get("omraade", {}), asked.knowledge.gazetteer),
        near=place_of(query.near, asked.knowledge.gazetteer),
        fits_exactly=fits_exactly(asked, found),
        degraded=degraded,
        engine=engine,
        page_size=PAGE_SIZE,
    )


def _parts(planned: Planned) -> tuple[str, ...]:
    """What the tiers mean to somebody who reads the page."""
    stale = len(planned.tiers) - planned.stale_from
    return (*planned.tiers[: planned.stale_from], *[STALE] * stale)


def _hits(asked: Asked, found: Found) -> list[tuple[int, Hit]]:
    items = items_of(hit.id for hit in found.hits)
    keys = sought_keys(asked.planned.plan)
    hits: list[tuple[int, Hit]] = []
    for one in found.hits:
        activity = items.get(one.id)
        if activity is None:
            continue
        hit = Hit(
            item=activity,
            kind=one.id.partition(":")[0],
            score=one.score,
            tier=asked.planned.tiers[min(one.tier, len(asked.planned.tiers) - 1)],
            distance_km=one.distance_km,
            highlights={"title": mark(activity.title, keys), "summary": mark(activity.summary, keys)},
            reasons=reasons(activity, asked.understood),
        )
        hits.append((one.tier, hit))
    return hits
