"""Ties by the hundred, across segments and pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.choices import Sort
from search.engines.embedded import EmbeddedEngine
from search.plan import AnyOf, Bonus, Group, Plan, Term
from search.schema import KeywordField, TextField
from tests.contracts.search.documents import TOWNS, many
from tests.contracts.search.reference import ReferenceEngine

DOCUMENTS = many(600)
FREE = Bonus(AnyOf(KeywordField.PRICE, ("gratis", "ukendt")), 1.0)
SAME_SCORE = Group("idea", (FREE, Term(TextField.TITLE, "findes-ikke")), 0.0)
FEW_SCORES = (
    Bonus(AnyOf(KeywordField.TYPE, ("relationel",)), 1.0),
    Bonus(AnyOf(KeywordField.TIME, ("aften",)), 0.5),
)
PLANS = {
    "one score": Plan(groups=(SAME_SCORE,)),
    "few scores": Plan(bonuses=FEW_SCORES),
    "no score": Plan(),
    "tiers": Plan(bonuses=FEW_SCORES, tiers=(AnyOf(KeywordField.WEEKDAY, ("man", "tir")),)),
}


@pytest.fixture(scope="module")
def in_segments(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedEngine:
    """Written in several goes, some of it twice."""
    engine = EmbeddedEngine(f"tantivy://{tmp_path_factory.mktemp('ties')}")
    engine.rebuild(DOCUMENTS[:300])
    for first in range(250, 600, 70):
        engine.update(DOCUMENTS[first : first + 70])
    return engine


@pytest.fixture(scope="module")
def reference() -> ReferenceEngine:
    engine = ReferenceEngine()
    engine.rebuild(DOCUMENTS)
    return engine


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS.keys())
@pytest.mark.parametrize(("offset", "limit"), [(0, 20), (180, 20), (290, 40), (0, 1000)])
def test_ties_go_by_id_on_every_page(
    in_segments: EmbeddedEngine, reference: ReferenceEngine, plan: Plan, sort: Sort, offset: int, limit: int
) -> None:
    asked = replace(plan, sort=sort, origin=TOWNS["korsoer"], offset=offset, limit=limit)
    found, expected = in_segments.search(asked), reference.search(asked)
    assert [hit.id for hit in found.hits] == [hit.id for hit in expected.hits]
    assert found.facets == expected.facets
