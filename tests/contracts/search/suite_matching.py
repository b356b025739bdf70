"""The part of the contract that says what is a hit, and what it scores."""

from __future__ import annotations

import pytest

from search.engines.base import Engine
from search.plan import All, Any_, AnyOf, Between, Bonus, Condition, Filter, Group, Matches, Not, Plan, Term, Within
from search.schema import KeywordField, NumberField, TextField

from .asking import filtered, group, names, scores, term
from .documents import CATALOGUE, TOWNS, document
from .reference import ReferenceEngine

EVERYTHING = {"strikkeklub", "vandrehold", "telefonven", "koncert", "korsang"}
IS_MUSIC = AnyOf(KeywordField.INTEREST, ("musik",))

# Nothing in the catalogue has these; an engine must say so without stumbling.
ODD_TOKENS = [
    "",
    " ",
    "*",
    "kaff*",
    "kaffe~2",
    '"kaffe"',
    "body:kaffe",
    "AND",
    "(kaffe OR garn)",
    "kaffe garn",
    "\\",
    "/kaf.*/",
    "~",
    "☕",
    "kåffé",
    "ka\u0308ffe",
    "\x00",
    "'; DROP TABLE",
    "k" * 300,
    "å" * 40_000,
]


class Matching:
    """Groups, weights, bonuses, conditions."""

    def test_every_document_is_a_hit_without_groups(self, catalogue: Engine) -> None:
        assert names(catalogue.search(Plan())) == EVERYTHING

    @pytest.mark.parametrize(
        ("field", "token", "expected"),
        [
            (TextField.TITLE, "koncert", {"koncert"}),
            (TextField.TITLE, "musik", set()),
            (TextField.SUMMARY, "musik", {"koncert", "korsang"}),
            (TextField.BODY, "kaffe", {"strikkeklub", "vandrehold", "korsang"}),
            (TextField.TITLE, "zzz", set()),
        ],
    )
    def test_term_matches_its_own_field(
        self, catalogue: Engine, field: TextField, token: str, expected: set[str]
    ) -> None:
        assert names(catalogue.search(Plan(groups=(group(Term(field, token)),)))) == expected

    def test_term_matches_whole_tokens_only(self, catalogue: Engine) -> None:
        assert catalogue.search(Plan(groups=(term("kaff"),))).total == 0

    @pytest.mark.parametrize("field", list(TextField))
    def test_every_text_field_can_be_asked(self, engine: Engine, field: TextField) -> None:
        engine.rebuild([document("first", text={field: "særlig ~del spis-fællesskab"}), document("second")])
        for token in ("særlig", "~del", "spis-fællesskab"):
            assert names(engine.search(Plan(groups=(group(Term(field, token)),)))) == {"first"}
            assert names(engine.search(Plan(filters=(Filter("x", Matches(field, token)),)))) == {"first"}

    @pytest.mark.parametrize("token", ODD_TOKENS, ids=lambda token: ascii(token[:12]))
    def test_odd_token_matches_nothing(self, catalogue: Engine, token: str) -> None:
        assert catalogue.search(Plan(groups=(term(token),))).total == 0
        assert catalogue.search(filtered(Matches(TextField.BODY, token))).total == 0
        assert catalogue.search(filtered(AnyOf(KeywordField.INTEREST, (token,)))).total == 0
        assert catalogue.search(filtered(Not(AnyOf(KeywordField.INTEREST, (token,))))).total == len(CATALOGUE)

    def test_group_matches_by_any_alternative(self, catalogue: Engine) -> None:
        either = group(Term(TextField.BODY, "garn"), Term(TextField.TITLE, "koncert"), Bonus(IS_MUSIC, 0.5))
        assert names(catalogue.search(Plan(groups=(either,)))) == {"strikkeklub", "koncert", "korsang"}

    def test_group_without_alternatives_never_matches(self, catalogue: Engine) -> None:
        assert catalogue.search(Plan(groups=(group(),))).total == 0
        assert names(catalogue.search(Plan(groups=(group(), term("garn"))))) == {"strikkeklub"}

    @pytest.mark.parametrize(
        ("minimum", "expected"),
        [(1, EVERYTHING - {"telefonven"}), (2, {"strikkeklub", "korsang"}), (3, set())],
    )
    def test_as_many_groups_as_asked_for_must_match(self, catalogue: Engine, minimum: int, expected: set[str]) -> None:
        garn_or_music = group(Term(TextField.BODY, "garn"), Term(TextField.SUMMARY, "musik"))
        plan = Plan(groups=(term("kaffe"), garn_or_music), minimum_groups=minimum)
        assert names(catalogue.search(plan)) == expected

    def test_score_is_the_sum_of_groups_and_bonuses(self, catalogue: Engine) -> None:
        bonuses = (Bonus(IS_MUSIC, 2.0), Bonus(AnyOf(KeywordField.TYPE, ("relationel",)), 0.25))
        plan = Plan(groups=(group(Bonus(Matches(TextField.BODY, "kaffe"), 1.0)),), bonuses=bonuses)
        assert scores(catalogue.search(plan)) == pytest.approx(
            {"strikkeklub": 1.25, "vandrehold": 1.0, "korsang": 3.25}
        )

    def test_bonuses_alone_score_every_document(self, catalogue: Engine) -> None:
        found = scores(catalogue.search(Plan(bonuses=(Bonus(IS_MUSIC, 2.0),))))
        assert found == pytest.approx(
            {"koncert": 2.0, "korsang": 2.0, "strikkeklub": 0.0, "vandrehold": 0.0, "telefonven": 0.0}
        )

    def test_group_scores_its_best_alternative_and_a_share_of_the_others(self, catalogue: Engine) -> None:
        alternatives = (
            Bonus(IS_MUSIC, 4.0),
            Bonus(AnyOf(KeywordField.INTEREST, ("samvaer",)), 2.0),
            Bonus(AnyOf(KeywordField.PRICE, ("op-til-50",)), 1.0),
        )
        found = scores(catalogue.search(Plan(groups=(Group("idea", alternatives, tie=0.5),))))
        assert found["korsang"] == pytest.approx(4.0 + 0.5 * (2.0 + 1.0))
        assert found["koncert"] == pytest.approx(4.0)
        assert found["telefonven"] == pytest.approx(2.0 + 0.5 * 1.0)

    def test_term_scores_bm25_times_its_weight(self, catalogue: Engine) -> None:
        reference = ReferenceEngine()
        reference.rebuild(CATALOGUE)
        for weight in (1.0, 3.5):
            plan = Plan(groups=(group(Term(TextField.SUMMARY, "musik", weight)),))
            assert scores(catalogue.search(plan)) == pytest.approx(scores(reference.search(plan)), rel=0.001)

    def test_term_that_is_repeated_in_a_short_field_scores_more(self, engine: Engine) -> None:
        engine.rebuild(
            [
                document("twice", text={TextField.BODY: "musik musik snak"}),
                document("once", text={TextField.BODY: "musik kaffe snak"}),
                document("long", text={TextField.BODY: "musik kaffe snak garn film dans have motion"}),
            ]
        )
        found = scores(engine.search(Plan(groups=(term("musik"),))))
        assert found["twice"] > found["once"] > found["long"]

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            (AnyOf(KeywordField.INTEREST, ("musik", "motion")), {"koncert", "korsang", "vandrehold"}),
            (AnyOf(KeywordField.INTEREST, ()), set()),
            (
                AnyOf(KeywordField.KIND, ("activity",)),
                {"strikkeklub", "vandrehold", "telefonven", "koncert", "korsang"},
            ),
            (AnyOf(KeywordField.INTEREST, ("mus",)), set()),
            (Between(NumberField.AGE_MIN, low=1), {"vandrehold"}),
            (Between(NumberField.AGE_MIN, low=60, high=60), {"vandrehold"}),
            (Between(NumberField.AGE_MAX, high=40), {"korsang"}),
            (Between(NumberField.DATE, low=20261124, high=20261124), {"strikkeklub", "korsang"}),
            (Between(NumberField.DATE, low=20261127, high=20261130), {"koncert"}),
            (Between(NumberField.DATE, low=20261129), {"strikkeklub"}),
            (All((IS_MUSIC, AnyOf(KeywordField.TYPE, ("relationel",)))), {"korsang"}),
            (All(()), EVERYTHING),
            (Any_((IS_MUSIC, Matches(TextField.BODY, "garn"))), {"koncert", "korsang", "strikkeklub"}),
            (Any_(()), set()),
            (Not(IS_MUSIC), {"strikkeklub", "vandrehold", "telefonven"}),
            (
                Not(All((Not(IS_MUSIC), Not(Matches(TextField.TITLE, "vandrehold"))))),
                {"koncert", "korsang", "vandrehold"},
            ),
        ],
    )
    def test_filter_keeps_what_meets_its_condition(
        self, catalogue: Engine, condition: Condition, expected: set[str]
    ) -> None:
        assert names(catalogue.search(filtered(condition))) == expected

    @pytest.mark.parametrize(
        ("km", "expected"),
        [
            (0.1, {"strikkeklub"}),
            (12.0, {"strikkeklub"}),
            (13.0, {"strikkeklub", "korsang"}),
            (15.0, {"strikkeklub", "korsang"}),
            (17.0, {"strikkeklub", "korsang", "vandrehold"}),
            (500.0, {"strikkeklub", "korsang", "vandrehold", "koncert"}),
        ],
    )
    def test_within_measures_along_the_great_circle(self, catalogue: Engine, km: float, expected: set[str]) -> None:
        assert names(catalogue.search(filtered(Within(*TOWNS["korsoer"], km)))) == expected

    def test_what_has_no_place_is_never_within(self, catalogue: Engine) -> None:
        assert "telefonven" in names(catalogue.search(filtered(Not(Within(*TOWNS["korsoer"], 20_000)))))

    def test_all_filters_must_hold(self, catalogue: Engine) -> None:
        plan = filtered(IS_MUSIC, AnyOf(KeywordField.PRICE, ("op-til-50",)))
        assert names(catalogue.search(plan)) == {"korsang"}

    def test_filters_do_not_score(self, catalogue: Engine) -> None:
        assert set(scores(catalogue.search(filtered(IS_MUSIC))).values()) == {0.0}
