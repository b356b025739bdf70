"""Wagtail's templates that ours stand in for: in Danish, with nothing that is shut, and otherwise the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import wagtail.admin

OURS = Path(__file__).resolve().parents[3] / "templates" / "wagtailadmin"
THEIRS = Path(wagtail.admin.__file__).parent / "templates" / "wagtailadmin"


IN_DANISH = {'value="Search"': "value=\"{% trans 'Search' %}\""}
# The search of pages stands only before those who have any.
ONLY_WITH_PAGES = {
    "                <form\n": "                {% if root_page.pk %}\n                <form\n",
    "                </form>\n": "                </form>\n                {% endif %}\n",
}
MENDS = {"home.html": {**IN_DANISH, **ONLY_WITH_PAGES}, "shared/header.html": IN_DANISH}


@pytest.mark.parametrize("name", MENDS)
def test_only_what_was_mended_differs(name: str):
    mended = (THEIRS / name).read_text(encoding="utf-8")
    for theirs, ours in MENDS[name].items():
        assert mended.count(theirs) == 1, "Wagtail has mended it: ours may go"
        mended = mended.replace(theirs, ours)
    assert (OURS / name).read_text(encoding="utf-8") == mended, "Wagtail has changed it: copy it, and mend it again"
