"""Pages against QualWeb, the Danish regulator's engine: all of them with `make audit`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import missing

from .addresses import DARK, PAGES
from .chromium import program

# QualWeb's browser loses pages on a busy machine, so that it is asked by itself.
pytestmark = pytest.mark.skipif(not os.environ.get("AUDIT"), reason="make audit asks QualWeb")

RUNNER = Path(__file__).with_name("qualweb.mjs")
# Fewer rules apply to the smallest page; far fewer mean that QualWeb did not see it.
FEWEST_RULES = 20
# One page of each make; QualWeb takes seconds for each.
SOME = ("results", "activity", "self-check", "report", "not found")
CHOSEN = tuple(PAGES) if os.environ.get("AUDIT") else SOME


def ask(states: list[dict[str, object]]) -> dict:
    """What QualWeb says of the pages: how many rules applied to each, and what fails."""
    node, chromium = shutil.which("node"), program()
    if node is None or chromium is None:
        missing("browser", "node or Chromium is not installed: bin/install-services")
    # On a busy machine the browser may lose a page; it is asked once more then, and what it says counts.
    for _attempt in range(2):
        answer = subprocess.run(
            [node, RUNNER, chromium], input=json.dumps(states), capture_output=True, text=True, check=False, timeout=600
        )
        if answer.returncode == 0:
            return json.loads(answer.stdout)
    pytest.fail(answer.stderr)


def test_qualweb_finds_nothing_wrong(portal_url):
    states = [{"address": portal_url + address} for address in (PAGES[name] for name in CHOSEN)]
    states += [{"address": portal_url + PAGES[name], "dark": True} for name in DARK if name in CHOSEN]
    answer = ask(states)
    assert len(answer["checked"]) == len(states)
    assert {page: rules for page, rules in answer["checked"].items() if rules < FEWEST_RULES} == {}
    assert answer["failures"] == []


@pytest.mark.parametrize("dark", [False, True])
def test_qualweb_finds_what_is_wrong(tmp_path, dark):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=da><title>Side</title><h1>Side</h1><img src=x.png><input>")
    assert any("QW-ACT-R17" in line for line in ask([{"address": page.as_uri(), "dark": dark}])["failures"])
