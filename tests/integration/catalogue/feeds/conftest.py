"""ical.js, running."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import missing
from tests.oracles.node import ROOT, Asked, node


@pytest.fixture(scope="session")
def ical_js() -> Iterator[Asked]:
    """The reader of calendars in Thunderbird and Nextcloud, asked by tests/oracles/calendar.mjs."""
    program = node()
    if program is None or not (ROOT / "node_modules" / "ical.js").exists():
        missing("browser", "ical.js is not installed: make frontend")
    asked = Asked(program, ROOT / "tests" / "oracles" / "calendar.mjs")
    yield asked
    asked.close()
