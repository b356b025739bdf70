import pytest

from search.plan import Found
from search.query import SearchQuery
from search.service import ask, fits_exactly
from tests.factories.knowledge import make_knowledge

KNOWLEDGE = make_knowledge()


@pytest.mark.parametrize(
    ("text", "first_tier", "exactly"),
    [
        ("kor", 1, True),
        ("kor", 0, False),
        ("opera", 0, False),
        ("byggetilladelse til kor", 1, False),
        ("jeg er alene og vil gerne møde nogen fra min lænestol", 1, True),
        ("", 3, True),
    ],
)
def test_fits_exactly_when_the_first_tier_holds_something_and_every_word_is_known(text, first_tier, exactly):
    asked = ask(SearchQuery(text=text), KNOWLEDGE)
    rest = [0] * len(asked.planned.plan.tiers)
    found = Found(hits=(), total=first_tier, tier_totals=(first_tier, *rest))
    assert fits_exactly(asked, found) is exactly
