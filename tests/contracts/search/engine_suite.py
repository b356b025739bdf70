"""`EngineContract`: what every engine promises, as tests. An engine subclasses it and gives it its fixtures.

A case that an engine does not promise is replaced in the subclass: `test_name = not_promised("why")`.
"""

from __future__ import annotations

import pytest

from search.engines.base import Engine

from .documents import CATALOGUE
from .suite_agreement import DOCUMENTS, Agreement
from .suite_counting import Counting
from .suite_matching import Matching
from .suite_order import Ordering
from .suite_several import Several, SeveralOfAnIndex
from .suite_writing import Writing


class EngineContract(Matching, Counting, Ordering, Several, SeveralOfAnIndex, Writing, Agreement):
    """All parts of the contract."""

    @pytest.fixture
    def engine(self) -> Engine:
        """An engine with an index of its own that has never been built."""
        raise NotImplementedError

    @pytest.fixture
    def another(self, engine: Engine) -> Engine:
        """A second engine on the index of `engine`, as another process would have it."""
        raise NotImplementedError

    @pytest.fixture
    def unavailable(self) -> Engine:
        """An engine whose index cannot be reached."""
        raise NotImplementedError

    @pytest.fixture
    def catalogue(self, engine: Engine) -> Engine:
        """An engine that holds `CATALOGUE`, for tests that do not write; a subclass may share it between tests."""
        engine.rebuild(CATALOGUE)
        return engine

    @pytest.fixture
    def many_documents(self, engine: Engine) -> Engine:
        """An engine that holds `DOCUMENTS`, for tests that do not write."""
        engine.rebuild(DOCUMENTS)
        return engine
