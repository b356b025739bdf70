"""The part of the contract that holds an engine against the reference, over plans that nobody thought of."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, given, settings

from search.choices import Sort
from search.documents import IndexDocument
from search.engines.base import Engine
from search.plan import Found, Plan

from .asking import counts
from .documents import many
from .plans import plans
from .reference import Judged, ReferenceEngine

DOCUMENTS = many(80)


def reference_of(documents: tuple[IndexDocument, ...]) -> ReferenceEngine:
    """A reference that holds the documents."""
    reference = ReferenceEngine()
    reference.rebuild(documents)
    return reference


class Agreement:
    """The same totals, counts and order as the reference."""

    reference: ClassVar[ReferenceEngine] = reference_of(DOCUMENTS)
    scores_bm25: ClassVar[bool] = True
    knows_next_date: ClassVar[bool] = True

    @settings(
        max_examples=150,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    @given(plan=plans())
    def test_any_plan_is_answered_as_by_the_reference(self, many_documents: Engine, plan: Plan) -> None:
        if plan.sort == Sort.NEXT_DATE and not self.knows_next_date:
            plan = replace(plan, sort=Sort.RELEVANCE)
        found, expected = many_documents.search(plan), self.reference.search(plan)
        assert (found.total, found.tier_totals, found.probes) == (expected.total, expected.tier_totals, expected.probes)
        assert {name: counts(found, name) for name in found.facets} == {
            name: counts(expected, name) for name in expected.facets
        }
        assert len(found.hits) == len(expected.hits)
        self.check_order(plan, found, expected)

    def check_order(self, plan: Plan, found: Found, expected: Found) -> None:
        """Hits are where they belong by tier and sort, and by the engine's own score and id where these are equal."""
        judged = {one.document.id: one for one in self.reference.judge(plan)}
        places = [self.place(judged[hit.id], plan, hit.score) for hit in found.hits]
        assert places == sorted(places)
        assert [hit.tier for hit in found.hits] == [hit.tier for hit in expected.hits]
        wanted = [judged[hit.id].place_in_order(plan.sort)[:2] for hit in expected.hits]
        assert [place[:2] for place in places] == wanted
        for hit in found.hits:
            assert not self.scores_bm25 or hit.score == pytest.approx(judged[hit.id].score, rel=0.02, abs=0.001)
            assert hit.distance_km == pytest.approx(judged[hit.id].distance_km, abs=0.02)

    def place(self, judged: Judged, plan: Plan, score: float) -> tuple[float, float, float, str]:
        tier, key, _, ident = judged.place_in_order(plan.sort)
        return tier, key, -score, ident
