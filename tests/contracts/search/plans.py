"""Plans drawn at random by hypothesis, over the values that `documents.many` gives its documents."""

from __future__ import annotations

from hypothesis import strategies as st

from catalogue.choices import ActivityType, Character, Delivery
from search.choices import PriceBand, Sort, TimeOfDay, Weekday
from search.plan import All, Any_, AnyOf, Between, Bonus, Filter, Group, Matches, Not, Plan, Probe, Term, Within
from search.schema import FACETS, KeywordField, NumberField, TextField

from .documents import FEATURES, INTERESTS, TOWNS, WORDS, served

TEXT = (TextField.TITLE, TextField.SUMMARY, TextField.BODY)
VALUES = {
    KeywordField.TYPE: ActivityType.values,
    KeywordField.CHARACTER: Character.values,
    KeywordField.AREA: served(*TOWNS),
    KeywordField.REACH: served(*TOWNS),
    KeywordField.INTEREST: INTERESTS,
    KeywordField.ACCESS_YES: FEATURES,
    KeywordField.ACCESS_NO: FEATURES,
    KeywordField.WEEKDAY: Weekday.values,
    KeywordField.TIME: TimeOfDay.values,
    KeywordField.PRICE: PriceBand.values,
    KeywordField.DELIVERY: Delivery.values,
}
NUMBERS = {
    NumberField.AGE_MIN: (0, 17, 18, 60, 65, 70),
    NumberField.AGE_MAX: (60, 75, 99, 150),
    NumberField.DATE: tuple(range(20261200, 20261230, 3)),
}
NAMES = (*FACETS, "naer", "alder", "noget")
# No town is this far from one of the others, so that no engine's rounding decides.
RADII = (0.5, 5.0, 14.0, 40.0, 1000.0)
POINTS = (*TOWNS.values(), (55.5, 11.0), (56.05, 9.2))

tokens = st.sampled_from((*WORDS, "findes-ikke"))
weights = st.sampled_from((0.25, 0.5, 1.0, 2.0, 3.5))
any_of = st.sampled_from(list(VALUES)).flatmap(
    lambda field: st.lists(st.sampled_from(list(VALUES[field])), max_size=3, unique=True).map(
        lambda values: AnyOf(field, tuple(values))
    )
)
between = st.sampled_from(list(NUMBERS)).flatmap(
    lambda field: st.one_of(
        st.sampled_from(NUMBERS[field]).map(lambda low: Between(field, low=low)),
        st.sampled_from(NUMBERS[field]).map(lambda high: Between(field, high=high)),
        st.tuples(st.sampled_from(NUMBERS[field]), st.sampled_from(NUMBERS[field])).map(
            lambda pair: Between(field, min(pair), max(pair))
        ),
    )
)
within = st.builds(lambda point, km: Within(*point, km), st.sampled_from(POINTS), st.sampled_from(RADII))
matches = st.builds(Matches, st.sampled_from(TEXT), tokens)
conditions = st.recursive(
    st.one_of(any_of, between, within, matches),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda many: All(tuple(many))),
        st.lists(inner, max_size=3).map(lambda many: Any_(tuple(many))),
        inner.map(Not),
    ),
    max_leaves=4,
)
bonuses = st.builds(Bonus, conditions, weights)
groups = st.builds(
    Group,
    st.just("idea"),
    st.lists(st.one_of(st.builds(Term, st.sampled_from(TEXT), tokens, weights), bonuses), max_size=4).map(tuple),
    st.sampled_from((0.0, 0.15, 1.0)),
)
filters = st.builds(Filter, st.sampled_from(NAMES), conditions)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan of a page."""
    ideas = draw(st.lists(groups, max_size=3))
    numbers = st.lists(st.sampled_from(range(len(ideas))), unique=True) if ideas else st.just([])
    return Plan(
        groups=tuple(ideas),
        minimum_groups=draw(st.integers(1, 3)),
        bonuses=tuple(draw(st.lists(bonuses, max_size=2))),
        filters=tuple(draw(st.lists(filters, max_size=4))),
        tiers=tuple(draw(st.lists(conditions, max_size=2))),
        origin=draw(st.sampled_from((None, *POINTS))),
        probes=tuple(
            Probe(f"probe-{number}", frozenset(draw(st.sets(st.sampled_from(NAMES)))), tuple(draw(numbers)))
            for number in range(draw(st.integers(0, 2)))
        ),
        sort=draw(st.sampled_from(list(Sort))),
        offset=draw(st.sampled_from((0, 0, 0, 3, 20))),
        limit=draw(st.sampled_from((20, 7, 200))),
    )
