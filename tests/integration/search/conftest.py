"""An index of what a test has made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from search.documents.registry import all_documents
from search.engines import get_engine
from search.understanding.store import forget


@pytest.fixture
def reindex(db) -> Callable[[], int]:
    """Makes the index hold what the database says now."""

    def rebuild() -> int:
        forget()
        return get_engine().rebuild(all_documents())

    return rebuild
