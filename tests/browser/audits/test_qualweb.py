"""Pages against QualWeb, the Danish regulator's engine."""

from __future__ import annotations

import pytest

from tests.browser.addresses import DARK, PAGES

from .asking import EVERY_PAGE, SOME, ask, behind_the_sign_in, served

# Fewer rules apply to the smallest page; far fewer mean that QualWeb did not see it.
FEWEST_RULES = 20
CHOSEN = tuple(PAGES) if EVERY_PAGE else SOME


def test_qualweb_finds_nothing_wrong(portal_url):
    states = [{"address": portal_url + address} for address in (PAGES[name] for name in CHOSEN)]
    states += [{"address": portal_url + PAGES[name], "dark": True} for name in DARK if name in CHOSEN]
    answer = ask("qualweb", states)
    assert len(answer["checked"]) == len(states)
    assert {page: rules for page, rules in answer["checked"].items() if rules < FEWEST_RULES} == {}
    assert answer["failures"] == []


def test_qualweb_finds_nothing_wrong_behind_the_sign_in(running_portal):
    states = behind_the_sign_in(running_portal)
    answer = ask("qualweb", states)
    assert len(answer["checked"]) == len(states)
    assert {page: rules for page, rules in answer["checked"].items() if rules < FEWEST_RULES} == {}
    assert answer["failures"] == []


@pytest.mark.parametrize("dark", [False, True])
def test_qualweb_finds_what_is_wrong(tmp_path, dark):
    page = "<!doctype html><html lang=da><title>Side</title><h1>Side</h1><img src=x.png><input>"
    (tmp_path / "page.html").write_text(page)
    with served(tmp_path) as address:
        answer = ask("qualweb", [{"address": f"{address}/page.html", "dark": dark}])
    assert any("QW-ACT-R17" in line for line in answer["failures"])
