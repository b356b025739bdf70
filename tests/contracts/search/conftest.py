"""The parts of the contract are ordinary modules; their assertions shall speak as plainly as a test's own."""

import pytest

from .elasticsearch_indexes import indexes

__all__ = ["indexes"]

for part in ("matching", "counting", "order", "several", "writing", "agreement"):
    pytest.register_assert_rewrite(f"tests.contracts.search.suite_{part}")
pytest.register_assert_rewrite("tests.contracts.search.asking")
