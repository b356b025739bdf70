"""Every kind of page against axe and html-validate, in light and dark, on a phone and at a desk."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, ViewportSize

from .addresses import PAGES
from .chromium import DESK, PHONE

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROOT = Path(settings.BASE_DIR)
HTML_VALIDATE = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
SMALL: ViewportSize = {"width": 320, "height": 568}


def unfold(page: Page) -> None:
    """Open everything that folds."""
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")


def violations(page: Page, axe_source: str, **options: object) -> list[str]:
    """What axe finds wrong, one line for each element; `options` are axe's own."""
    page.evaluate(axe_source)
    chosen = {"resultTypes": ["violations"], **(options or {"runOnly": {"type": "tag", "values": TAGS}})}
    found = page.evaluate("options => axe.run(document, options)", chosen)
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary'][:300]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def small_targets(page: Page) -> list[str]:
    """What is too small for a thumb. The pins of the drawn map are smaller: the list beside it holds the same links."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, select, input:not([type=hidden], [tabindex="-1"])')]
            .filter(e => e.checkVisibility() && !e.closest('p, dd, h1, h2, h3, label, .skipnav, .soon div, svg'))
            .map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 44 || box.width < 44)
            .map(([html, box]) => `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
    )
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", PAGES)
def test_page_has_no_axe_violations_in_light_or_dark(page: Page, axe_source, name, size):
    page.set_viewport_size(size)
    page.emulate_media(reduced_motion="reduce")  # so that no colour is measured halfway to another
    page.goto(PAGES[name])
    unfold(page)
    assert violations(page, axe_source) == []
    page.emulate_media(color_scheme="dark")
    # Nothing but colours differs in the dark.
    assert violations(page, axe_source, runOnly=["color-contrast", "link-in-text-block"]) == []


def test_axe_finds_what_is_wrong(page: Page, axe_source):
    page.goto(PAGES["front"])
    page.evaluate("document.querySelector('label[for=q]').remove()")
    assert any(violation.startswith("label") for violation in violations(page, axe_source))


def html_problems(pages: dict[str, str], folder: Path) -> list[str]:
    """What html-validate finds wrong in `pages` (name → HTML), which are written into `folder`."""
    node = shutil.which("node")
    if node is None or not HTML_VALIDATE.exists():
        pytest.skip("node or html-validate is not installed: make frontend")
    shutil.copy(ROOT / ".htmlvalidate.json", folder)
    for number, html in enumerate(pages.values()):
        (folder / f"{number}.html").write_text(html, encoding="utf-8")
    # Into a file: html-validate ends before a full pipe is read.
    report = folder / "report.json"
    with report.open("w") as output:
        command = [node, HTML_VALIDATE, "--formatter", "json", *map(str, folder.glob("*.html"))]
        subprocess.run(command, cwd=folder, stdout=output, check=False)
    reports = json.loads(report.read_text(encoding="utf-8"))
    names = list(pages)
    return [
        f"{names[int(Path(report['filePath']).stem)]}, {message['line']}: {message['ruleId']}: {message['message']}"
        for report in reports
        for message in report["messages"]
    ]


def test_pages_are_valid_html(page: Page, tmp_path):
    assert html_problems({name: page.request.get(address).text() for name, address in PAGES.items()}, tmp_path) == []


@pytest.mark.parametrize("name", PAGES)
def test_page_fits_a_screen_of_320_pixels(page: Page, name):
    page.set_viewport_size(SMALL)
    page.goto(PAGES[name])
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_and_text_is_readable(page: Page, name):
    page.set_viewport_size(PHONE)
    page.goto(PAGES[name])
    assert small_targets(page) == []
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)") >= 18
