"""Which tests run in the same process when pytest-xdist shares them out.

Its own groups (`xdist_group`) rest on changing a test's name, which pytest 9.2 no longer lets it do.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

# Each needs something heavy that is made once in a process: a portal with a browser; one of everything for each role.
TOGETHER = ("tests/browser/", "tests/integration/rights/")


class TogetherScheduling(LoadScopeScheduling):
    """Gives each test to whoever is free, and all tests of a folder in `TOGETHER` to the same process."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)
