"""The part of the contract that says what is counted: totals, tiers, facets and probes."""

from __future__ import annotations

import pytest

from search.engines.base import Engine
from search.plan import All, AnyOf, Filter, Not, Plan, Probe, Within
from search.schema import FACETS, KeywordField

from .asking import counts, names, order, term
from .documents import CATALOGUE, TOWNS, document, many

RELATIONAL = Filter("type", AnyOf(KeywordField.TYPE, ("relationel",)))
STEP_FREE = Filter("adgang", AnyOf(KeywordField.ACCESS_YES, ("trinfri_adgang",)))
LOOP = Filter("adgang", AnyOf(KeywordField.ACCESS_YES, ("teleslynge",)))
IN_SLAGELSE = Filter("omraade", AnyOf(KeywordField.AREA, ("slagelse",)))
NO_SUCH = Filter("interesse", AnyOf(KeywordField.INTEREST, ("findes-ikke",)))


class Counting:
    """Totals, tiers, facets, probes."""

    def test_total_counts_hits_beyond_the_page(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(limit=2))
        assert len(found.hits) == 2
        assert found.total == len(CATALOGUE)

    def test_answer_without_hits_is_whole(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(filters=(NO_SUCH,), tiers=(STEP_FREE.condition,), probes=(Probe("p"),)))
        assert (found.hits, found.total, found.tier_totals, found.probes) == ((), 0, (0, 0), {"p": 0})
        assert set(found.facets) == set(FACETS)
        assert counts(found, "type") == {}

    def test_facets_count_every_value_of_the_hits(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(groups=(term("kaffe"),)))
        assert counts(found, "type") == {"relationel": 2, "forebyggende": 1}
        assert counts(found, "interesse") == {"samvaer": 3, "musik": 1, "motion": 1, "haandarbejde": 1}
        assert counts(found, "dag") == {"tir": 2, "man": 1, "tor": 1}
        assert counts(found, "omraade") == {"slagelse": 3, "slagelse-by": 1, "korsoer": 1, "skaelskoer": 1}

    def test_facet_is_counted_as_if_it_alone_were_unset(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(filters=(RELATIONAL, IN_SLAGELSE)))
        assert names(found) == {"strikkeklub", "korsang"}
        assert counts(found, "type") == {"relationel": 2, "forebyggende": 1, "opsoegende": 1}
        assert counts(found, "omraade") == {"slagelse": 2, "korsoer": 1, "skaelskoer": 1}
        assert counts(found, "tid") == {"eftermiddag": 1, "aften": 1}

    def test_filters_of_one_name_are_left_out_together(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(filters=(STEP_FREE, LOOP)))
        assert names(found) == {"strikkeklub"}
        assert counts(found, "adgang").items() >= {"trinfri_adgang": 2, "teleslynge": 1}.items()

    def test_facet_value_without_hits_counts_nothing(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(filters=(IN_SLAGELSE,)))
        assert found.facets["pris"].get("over-50", 0) == 0
        assert counts(found, "pris") == {"gratis": 3, "op-til-50": 4}

    def test_only_the_facets_asked_for_are_counted(self, catalogue: Engine) -> None:
        assert set(catalogue.search(Plan(facets=("type", "dag"), filters=(RELATIONAL,))).facets) == {"type", "dag"}
        assert catalogue.search(Plan(facets=())).facets == {}

    def test_facet_with_hundreds_of_values_counts_them_all(self, engine: Engine) -> None:
        engine.rebuild(document(f"tilbud{number}", interest=f"interesse-{number}") for number in range(300))
        found = engine.search(Plan(facets=("interesse",)))
        assert counts(found, "interesse") == {f"interesse-{number}": 1 for number in range(300)}

    def test_counts_are_exact_over_many_documents(self, engine: Engine) -> None:
        documents = many(400)
        engine.rebuild(documents)
        found = engine.search(Plan(limit=1))
        expected = sum("musik" in one.keywords.get(KeywordField.INTEREST, ()) for one in documents)
        assert (found.total, found.facets["interesse"]["musik"]) == (400, expected)

    def test_tier_totals_add_up_to_the_total(self, catalogue: Engine) -> None:
        known = STEP_FREE.condition
        unknown = Not(AnyOf(KeywordField.ACCESS_NO, ("trinfri_adgang",)))
        found = catalogue.search(Plan(tiers=(known, unknown)))
        assert found.tier_totals == (2, 2, 1)
        assert {hit.id: hit.tier for hit in found.hits}.keys() == {one.id for one in CATALOGUE}
        assert order(found)[-1] == "vandrehold"

    def test_document_belongs_to_the_first_tier_that_holds(self, catalogue: Engine) -> None:
        everything = All(())
        found = catalogue.search(Plan(tiers=(STEP_FREE.condition, everything, everything)))
        assert found.tier_totals == (2, 3, 0, 0)
        assert {hit.tier for hit in found.hits} == {0, 1}

    def test_tier_totals_without_tiers_are_the_total(self, catalogue: Engine) -> None:
        assert catalogue.search(Plan(filters=(RELATIONAL,))).tier_totals == (2,)

    def test_tiers_are_counted_after_all_filters(self, catalogue: Engine) -> None:
        found = catalogue.search(Plan(filters=(RELATIONAL,), tiers=(STEP_FREE.condition,)))
        assert (found.total, found.tier_totals) == (2, (1, 1))
        assert counts(found, "type") == {"relationel": 2, "forebyggende": 2, "opsoegende": 1}

    @pytest.mark.parametrize(
        ("without", "expected"),
        [
            (set(), {"strikkeklub"}),
            ({"type"}, {"strikkeklub"}),
            ({"naer"}, {"strikkeklub", "korsang"}),
            ({"naer", "type"}, {"strikkeklub", "korsang", "vandrehold"}),
            ({"naer", "type", "findes-ikke"}, {"strikkeklub", "korsang", "vandrehold"}),
        ],
    )
    def test_probe_counts_the_hits_without_the_named_filters(
        self, catalogue: Engine, without: set[str], expected: set[str]
    ) -> None:
        near = Filter("naer", Within(*TOWNS["korsoer"], 5))
        probes = (Probe("probe", frozenset(without)),)
        found = catalogue.search(Plan(groups=(term("kaffe"),), filters=(RELATIONAL, near), probes=probes))
        assert names(found) == {"strikkeklub"}
        assert found.probes == {"probe": len(expected)}

    def test_probe_counts_where_all_its_groups_match(self, catalogue: Engine) -> None:
        plan = Plan(
            groups=(term("kaffe"), term("musik"), term("garn")),
            filters=(RELATIONAL,),
            probes=(
                Probe("any"),
                Probe("first", groups=(0,)),
                Probe("first two", groups=(0, 1)),
                Probe("all", groups=(0, 1, 2)),
                Probe("wider", without=frozenset({"type"}), groups=(0,)),
            ),
        )
        found = catalogue.search(plan)
        assert found.probes == {"any": 2, "first": 2, "first two": 1, "all": 0, "wider": 3}

    def test_probe_counts_hits_only(self, catalogue: Engine) -> None:
        plan = Plan(groups=(term("kaffe"), term("garn")), minimum_groups=2, probes=(Probe("p", groups=(0,)),))
        assert catalogue.search(plan).probes == {"p": 1}
