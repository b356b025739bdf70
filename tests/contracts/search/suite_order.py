"""The part of the contract that says in which order hits come, how far away they are, and how they are paged."""

from __future__ import annotations

import pytest

from search.choices import Sort
from search.documents import IndexDocument
from search.engines.base import Engine
from search.plan import All, AnyOf, Between, Bonus, Filter, Group, Plan
from search.schema import FAR_FUTURE, KeywordField, NumberField, TextField

from .asking import group, order, term
from .documents import CATALOGUE, MIDDAY, TOWNS, document, ident, many

BY_TYPE = (
    Bonus(AnyOf(KeywordField.TYPE, ("forebyggende",)), 3.0),
    Bonus(AnyOf(KeywordField.TYPE, ("relationel",)), 2.0),
)
STEP_FREE = AnyOf(KeywordField.ACCESS_YES, ("trinfri_adgang",))


def in_order_of_id(*names: str) -> list[str]:
    """The names, sorted by the ids of their documents."""
    return sorted(names, key=ident)


class Ordering:
    """Tiers, sorts, ties, distances, pages."""

    def test_best_score_comes_first_and_ties_go_by_id(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(bonuses=BY_TYPE))
        expected = [
            *in_order_of_id("vandrehold", "koncert"),
            *in_order_of_id("strikkeklub", "korsang"),
            "telefonven",
        ]
        assert order(found) == expected

    def test_better_match_comes_first(self, catalogue: Engine) -> None:
        plan = Plan(groups=(group(Bonus(STEP_FREE, 1.0)), group(Bonus(BY_TYPE[0].condition, 1.0))))
        assert order(catalogue.search(plan))[0] == "koncert"

    def test_tier_comes_before_score(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(bonuses=BY_TYPE, tiers=(STEP_FREE, AnyOf(KeywordField.WEEKDAY, ("tir",)))))
        assert order(found) == ["koncert", "strikkeklub", "korsang", "vandrehold", "telefonven"]
        assert [hit.tier for hit in found.hits] == [0, 0, 1, 2, 2]

    def test_score_is_that_within_the_tier(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(bonuses=BY_TYPE, tiers=(STEP_FREE,)))
        assert [hit.score for hit in found.hits] == pytest.approx([3.0, 2.0, 3.0, 2.0, 0.0])

    def test_small_differences_of_score_count_within_a_tier(self, engine: Engine) -> None:
        engine.rebuild([document(name, interest=name) for name in ("first", "second", "third")])
        weights = {"first": 20.0003, "second": 20.0001, "third": 20.0002}
        bonuses = tuple(Bonus(AnyOf(KeywordField.INTEREST, (name,)), weight) for name, weight in weights.items())
        everything = AnyOf(KeywordField.KIND, ("activity",))
        assert order(engine.search(Plan(bonuses=bonuses, tiers=(everything,)))) == ["first", "third", "second"]

    def test_nearest_comes_first_and_what_has_no_place_last(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(origin=TOWNS["korsoer"], sort=Sort.DISTANCE))
        assert order(found) == ["strikkeklub", "korsang", "vandrehold", "koncert", "telefonven"]

    @pytest.mark.parametrize("sort", list(Sort))
    @pytest.mark.parametrize("tiers", [(), (STEP_FREE,)], ids=["flat", "tiers"])
    def test_distances_are_kilometres_from_the_origin_in_any_order(
        self, catalogue: Engine, sort: Sort, tiers: tuple[AnyOf, ...]
    ) -> None:
        found = catalogue.search(Plan(origin=TOWNS["korsoer"], sort=sort, tiers=tiers))
        distances = {hit.id: hit.distance_km for hit in found.hits}
        assert distances[ident("telefonven")] is None
        assert distances[ident("strikkeklub")] == pytest.approx(0.0, abs=0.01)
        assert distances[ident("korsang")] == pytest.approx(12.640, abs=0.01)
        assert distances[ident("koncert")] == pytest.approx(162.679, abs=0.02)

    def test_distance_is_none_without_an_origin(self, catalogue: Engine) -> None:
        for sort in Sort:
            assert {hit.distance_km for hit in catalogue.search(Plan(sort=sort)).hits} == {None}

    def test_distance_without_an_origin_goes_by_score(self, catalogue: Engine) -> None:
        by_score = order(catalogue.search(Plan(bonuses=BY_TYPE)))
        assert order(catalogue.search(Plan(bonuses=BY_TYPE, sort=Sort.DISTANCE))) == by_score

    def test_equal_distances_go_by_score_then_id(self, engine: Engine) -> None:
        engine.rebuild(
            [
                document("first", town="korsoer", type="opsoegende"),
                document("second", town="korsoer", type="forebyggende"),
                document("third", town="korsoer", type="opsoegende"),
                document("far", town="herning-by", type="forebyggende"),
            ]
        )
        found = engine.search(Plan(bonuses=BY_TYPE, origin=TOWNS["skaelskoer"], sort=Sort.DISTANCE))
        assert order(found) == ["second", *in_order_of_id("first", "third"), "far"]

    def test_next_date_comes_first(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(bonuses=BY_TYPE, sort=Sort.NEXT_DATE))
        assert order(found) == ["vandrehold", *in_order_of_id("strikkeklub", "korsang"), "koncert", "telefonven"]

    def test_dates_a_second_apart_are_told_apart(self, engine: Engine) -> None:
        starts = {"first": MIDDAY, "second": MIDDAY + 1, "third": FAR_FUTURE}
        engine.rebuild([document(name, numbers={NumberField.NEXT_START: (at,)}) for name, at in starts.items()])
        assert order(engine.search(Plan(sort=Sort.NEXT_DATE))) == ["first", "second", "third"]

    def test_tier_comes_before_distance_and_date(self, catalogue: Engine) -> None:
        plan = Plan(origin=TOWNS["skaelskoer"], sort=Sort.DISTANCE, tiers=(STEP_FREE,))
        expected = ["strikkeklub", "koncert", "korsang", "vandrehold", "telefonven"]
        assert order(catalogue.search(plan)) == expected
        by_date = Plan(sort=Sort.NEXT_DATE, tiers=(STEP_FREE,))
        assert order(catalogue.search(by_date)) == ["strikkeklub", "koncert", "vandrehold", "korsang", "telefonven"]

    @pytest.mark.parametrize("sort", list(Sort))
    @pytest.mark.parametrize("tiers", [(), (STEP_FREE, BY_TYPE[0].condition)], ids=["flat", "tiers"])
    def test_pages_hold_every_hit_once(self, engine: Engine, sort: Sort, tiers: tuple[AnyOf, ...]) -> None:
        documents = many(97)
        engine.rebuild(documents)
        origin = TOWNS["korsoer"]

        def page(offset: int, limit: int) -> list[str]:
            plan = Plan(
                groups=(Group("idea", term("musik").alternatives + BY_TYPE),),
                filters=(Filter("pris", AnyOf(KeywordField.PRICE, ("gratis", "op-til-50", "ukendt"))),),
                tiers=tiers,
                origin=origin,
                sort=sort,
                offset=offset,
                limit=limit,
            )
            return [hit.id for hit in engine.search(plan).hits]

        whole = page(0, 200)
        assert len(whole) == len(set(whole)) > 40
        paged = [hit for offset in range(0, 97, 7) for hit in page(offset, 7)]
        assert paged == whole

    @pytest.mark.parametrize("tiers", [(), (STEP_FREE,)], ids=["flat", "tiers"])
    @pytest.mark.parametrize("offset", [5, 20, 20_000, 1_000_000])
    def test_page_beyond_the_end_is_empty_but_counted(
        self, catalogue: Engine, tiers: tuple[AnyOf, ...], offset: int
    ) -> None:
        found = catalogue.search(Plan(offset=offset, tiers=tiers))
        assert (found.hits, found.total) == ((), len(CATALOGUE))

    @pytest.mark.parametrize("tiers", [(), (STEP_FREE,)], ids=["flat", "tiers"])
    def test_limit_nought_only_counts(self, catalogue: Engine, tiers: tuple[AnyOf, ...]) -> None:
        found = catalogue.search(Plan(limit=0, tiers=tiers))
        assert (found.hits, found.total, sum(found.tier_totals)) == ((), 5, 5)
        assert found.facets["type"]["relationel"] == 2

    @pytest.mark.parametrize("sort", list(Sort))
    def test_what_nobody_has_confirmed_for_long_comes_last_in_every_order(self, engine: Engine, sort: Sort) -> None:
        """As the search plans it: the tiers of what is fresh, the rest of it, and the tiers again."""

        def entry(name: str, verified: int, **keywords: str) -> IndexDocument:
            return document(name, numbers={NumberField.VERIFIED: (verified,)}, town="korsoer", **keywords)

        engine.rebuild(
            [
                entry("stale that fits", 20200101, access_yes="trinfri_adgang"),
                entry("fresh that fits", 20260401, access_yes="trinfri_adgang"),
                entry("stale", 20260331),
                entry("fresh", 20261101),
            ]
        )
        fresh = Between(NumberField.VERIFIED, 20260401)
        tiers = (All((STEP_FREE, fresh)), fresh, STEP_FREE)
        found = engine.search(Plan(bonuses=BY_TYPE, tiers=tiers, sort=sort, origin=TOWNS["korsoer"]))
        assert order(found) == ["fresh that fits", "fresh", "stale that fits", "stale"]
        assert found.tier_totals == (1, 1, 1, 1)

    def test_same_plan_twice_gives_the_same_answer(self, catalogue: Engine) -> None:
        plan = Plan(groups=(term("kaffe"), term("musik", TextField.SUMMARY)), tiers=(STEP_FREE,))
        assert catalogue.search(plan) == catalogue.search(plan)
