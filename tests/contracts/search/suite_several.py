"""The part of the contract that says what several plans at once give."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.choices import Sort
from search.engines.base import Engine, EngineUnavailable
from search.plan import AnyOf, Filter, Plan
from search.schema import KeywordField

from .asking import names, term
from .plans import plans

STEP_FREE = Filter("adgang", AnyOf(KeywordField.ACCESS_YES, ("trinfri_adgang",)))


class Several:
    """Several plans, one question."""

    def test_no_plans_have_no_answers(self, catalogue: Engine) -> None:
        assert catalogue.search_many(()) == ()

    def test_answers_come_in_the_order_of_the_plans(self, catalogue: Engine) -> None:
        plans = (Plan(groups=(term("kaffe"),)), Plan(filters=(STEP_FREE,)), Plan(groups=(term("findes-ikke"),)))
        several = catalogue.search_many(plans)
        assert [names(found) for found in several] == [names(catalogue.search(plan)) for plan in plans]
        assert names(several[0]) != names(several[1]) != set()

    def test_counts_alone_can_be_asked_for(self, catalogue: Engine) -> None:
        whole, counted = catalogue.search_many((Plan(), Plan(facets=(), limit=0, tiers=(STEP_FREE.condition,))))
        assert counted.hits == () and counted.total == whole.total == sum(counted.tier_totals)

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    @given(asked=st.lists(plans().filter(lambda plan: plan.sort != Sort.NEXT_DATE), min_size=2, max_size=4))
    def test_each_is_answered_as_if_asked_alone(self, many_documents: Engine, asked: list[Plan]) -> None:
        assert many_documents.search_many(asked) == tuple(many_documents.search(plan) for plan in asked)


class SeveralOfAnIndex:
    """What goes wrong with an index, asked several plans."""

    def test_several_plans_need_an_index_too(self, engine: Engine) -> None:
        if not engine.status().available:
            with pytest.raises(EngineUnavailable):
                engine.search_many((Plan(), Plan()))

    def test_several_plans_to_an_engine_that_is_away(self, unavailable: Engine) -> None:
        with pytest.raises(EngineUnavailable):
            unavailable.search_many((Plan(), Plan()))
