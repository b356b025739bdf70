"""The fallback keeps the parts of the contract that it promises, on the catalogue's own tables.

`Writing` is left out: there is no index, so nothing is written, rebuilt or compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import pytest

from search.documents import IndexDocument
from search.engines.base import Engine
from search.engines.database import DatabaseEngine

from .asking import not_promised
from .documents import CATALOGUE
from .rows import write
from .suite_agreement import DOCUMENTS, Agreement
from .suite_counting import Counting
from .suite_matching import Matching
from .suite_order import Ordering
from .suite_several import Several

pytestmark = pytest.mark.django_db

WORDS = not_promised("Keys are compared with words as written, by how they begin.")
SCORES = not_promised("A word counts by its weight and rarity, not by BM25.")
NEXT_DATE = not_promised("The fallback computes no dates; the best match comes first instead.")


class OnTables(DatabaseEngine):
    """The fallback with the catalogue at hand: what an editor saves is what it finds."""

    def rebuild(self, documents: Iterable[IndexDocument]) -> int:
        return write(documents)


class TestDatabase(Matching, Counting, Ordering, Several, Agreement):
    scores_bm25: ClassVar[bool] = False
    knows_next_date: ClassVar[bool] = False

    test_term_matches_whole_tokens_only = WORDS
    test_every_text_field_can_be_asked = WORDS
    test_term_scores_bm25_times_its_weight = SCORES
    test_term_that_is_repeated_in_a_short_field_scores_more = SCORES
    test_next_date_comes_first = NEXT_DATE
    test_dates_a_second_apart_are_told_apart = NEXT_DATE
    test_tier_comes_before_distance_and_date = NEXT_DATE

    @pytest.fixture
    def engine(self) -> Engine:
        return OnTables()

    @pytest.fixture
    def catalogue(self, engine: Engine) -> Engine:
        engine.rebuild(CATALOGUE)
        return engine

    @pytest.fixture
    def many_documents(self, engine: Engine) -> Engine:
        engine.rebuild(DOCUMENTS)
        return engine
