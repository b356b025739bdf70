"""Pages against pa11y's HTML_CodeSniffer, WCAG 2 at AA."""

from __future__ import annotations

from tests.browser.addresses import PAGES

from .asking import EVERY_PAGE, SOME, ask, behind_the_sign_in, served


def test_pa11y_finds_nothing_wrong(portal_url):
    assert ask("pa11y", [{"address": portal_url + PAGES[name]} for name in (PAGES if EVERY_PAGE else SOME)]) == []


def test_pa11y_finds_nothing_wrong_behind_the_sign_in(running_portal):
    assert ask("pa11y", behind_the_sign_in(running_portal)) == []


def test_pa11y_finds_what_is_wrong(tmp_path):
    (tmp_path / "page.html").write_text("<!doctype html><html lang=da><title>Side</title><h1>Side</h1><img src=x.png>")
    with served(tmp_path) as address:
        errors = ask("pa11y", [{"address": f"{address}/page.html"}])
    assert any("1_1_1.H37" in error for error in errors)
