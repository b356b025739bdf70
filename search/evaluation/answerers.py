"""Ways of answering that can be evaluated: our search by any engine, and Wagtail's own search as the peer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from wagtail.search.backends import get_search_backend

from catalogue.models import Activity
from search.answering.items import items_of
from search.engines import Engine
from search.evaluation.report import Ranked
from search.query import SearchQuery
from search.service import ask
from search.wider.counting import fits_exactly

DEPTH = 100
# A day on which nothing has grown old yet.
ALL_FRESH = date(2000, 1, 1)
# A hit of an earlier tier stands above every hit of a later one; runs want that in the score.
TIER_STEP = 1000.0


def by_engine(engine: Engine) -> Callable[[str], Ranked]:
    """Our search, to a depth of 100, as the results page lists it while everything has been confirmed lately.

    Judges say what answers a question, not what is still true; and a measure must not change as a catalogue grows old.
    """

    def answer(text: str) -> Ranked:
        asked = ask(SearchQuery.parse({"q": [text]}), today=ALL_FRESH)
        plan = replace(asked.planned.plan, limit=DEPTH, facets=(), probes=())
        found = engine.search(plan)
        items = items_of(hit.id for hit in found.hits)
        hits = tuple(
            (items[hit.id].slug, TIER_STEP * (len(plan.tiers) - hit.tier) + hit.score)
            for hit in found.hits
            if hit.id in items
        )
        return Ranked(hits, bool(hits) and fits_exactly(asked, found))

    return answer


def by_wagtail() -> Callable[[str], Ranked]:
    """Wagtail's own search of the database in use, over the same fields, any word enough.

    It says that nothing fits when it finds nothing.
    """
    backend = get_search_backend()

    def answer(text: str) -> Ranked:
        found = backend.search(text, Activity.objects.published(), operator="or") if text.strip() else []
        slugs = [activity.slug for activity in found[:DEPTH]]
        return Ranked(tuple((slug, float(DEPTH - rank)) for rank, slug in enumerate(slugs)), bool(slugs))

    return answer
