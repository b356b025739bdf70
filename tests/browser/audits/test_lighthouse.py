"""The pages that people come in by, against Lighthouse: what does not hang on how quick the machine is must be perfect.

The score for performance is a matter of time, so it is shown (`make audit`) and not held; what decides it on any
machine, the weight and that nothing moves, is.
"""

from __future__ import annotations

import pytest

from tests.browser.addresses import PAGES

from .asking import EVERY_PAGE, ask, served

LOOKED_AT = ("front", "results", "activity", "guide", *(("search", "guided question") if EVERY_PAGE else ()))
HEAVIEST = 100_000
MOST_SHIFT = 0.1
# Answers to what somebody typed are kept out of search engines on purpose (docs/finding.md).
ALLOWED = {"results": {"is-crawlable"}}


@pytest.fixture(scope="module")
def answers(portal_url) -> dict[tuple[str, bool], dict]:
    """Lighthouse's answer for each page, on a phone and, with `make audit`, at a desk."""
    asked = [(name, desktop) for name in LOOKED_AT for desktop in ((False, True) if EVERY_PAGE else (False,))]
    found = ask("lighthouse", [{"address": portal_url + PAGES[name], "desktop": desktop} for name, desktop in asked])
    return dict(zip(asked, found, strict=True))


@pytest.mark.parametrize("category", ["accessibility", "best-practices", "seo"])
def test_lighthouse_takes_no_points(answers, category):
    lost = {page: set(answer["lost"][category]) - ALLOWED.get(page[0], set()) for page, answer in answers.items()}
    assert {page: audits for page, audits in lost.items() if audits} == {}


def test_pages_are_light_and_nothing_moves(answers):
    for page, answer in answers.items():
        print(page, answer["scores"], answer["lost"]["performance"], round(answer["bytes"] / 1000), "kB")  # noqa: T201
    heavy = {page: answer["bytes"] for page, answer in answers.items() if answer["bytes"] > HEAVIEST}
    moving = {page: answer["shift"] for page, answer in answers.items() if answer["shift"] > MOST_SHIFT}
    assert (heavy, moving) == ({}, {})


def test_lighthouse_finds_what_is_wrong(tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html><html><title>Side</title><h1>Side</h1><img src=x.png>")
    with served(tmp_path) as address:
        (answer,) = ask("lighthouse", [{"address": f"{address}/page.html"}])
    assert "html-has-lang" in answer["lost"]["accessibility"]
    assert answer["scores"]["accessibility"] < 100
