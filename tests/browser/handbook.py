"""`python -m tests.browser.handbook`: the pictures of the editors' handbook, docs/redaktoer/billeder/.

Fills a portal of its own, and does in it what the pictures show: an association submits a change, an editor ticks
entries.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import DESK, launched, program
from tests.browser.people import ASSOCIATION, EDITOR, signed_in
from tests.browser.screenshots import slim
from tests.services import portal
from tests.services.process import end

FOLDER = portal.ROOT / "docs" / "redaktoer" / "billeder"
ACTIVITIES = "/admin/snippets/catalogue/activity/"


def submit_a_change(browser: Browser, url: str) -> None:
    """An association changes an entry and sends it for approval."""
    page = signed_in(browser, url, ASSOCIATION)
    open_first_entry(page)
    page.locator("[name=summary]").fill("Vi drikker kaffe, snakker og synger sammen. Nye er altid velkomne.")
    with page.expect_navigation():
        page.locator("[name=action-submit]").evaluate("button => button.form.requestSubmit(button)")
    page.context.close()


def open_first_entry(page: Page) -> None:
    """The form of the first entry in the list."""
    page.goto(ACTIVITIES)
    page.locator("td.title a").first.click()
    expect(page.locator("[name=summary]")).to_be_visible()


def dates(page: Page) -> None:
    """The next dates of an entry that has some."""
    page.goto(f"{ACTIVITIES}?q=senior+sangkor")
    address = page.locator("td.title a").first.get_attribute("href")
    assert address
    page.goto(address.replace("/edit/", "/datoer/"))
    expect(page.get_by_role("link", name="Aflys").first).to_be_visible()


def several(page: Page) -> None:
    """The list with three entries ticked."""
    page.goto(ACTIVITIES)
    boxes = page.locator("tbody input[type=checkbox]")
    for number in range(3):
        boxes.nth(number).check()
    expect(page.get_by_role("link", name="Bekræft").first).to_be_visible()


def approvals(page: Page) -> None:
    """What waits, with what differs."""
    page.goto("/admin/godkendelser/")
    expect(page.get_by_role("button", name="Send tilbage").first).to_be_visible()


def first_page(page: Page) -> None:
    """What needs the editor."""
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Det venter på dig")).to_be_visible()


def sheets(page: Page) -> None:
    """Where spreadsheets go in and out."""
    page.goto("/admin/ind-og-ud/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


PICTURES: dict[str, Callable[[Page], None]] = {
    "overblik": first_page,
    "aktivitet": open_first_entry,
    "datoer": dates,
    "flere": several,
    "godkend": approvals,
    "regneark": sheets,
}


def take(browser: Browser, url: str) -> None:
    """All pictures."""
    submit_a_change(browser, url)
    page = browser.new_context(base_url=url, viewport=DESK, locale="da-DK", reduced_motion="reduce").new_page()
    page.goto("/konto/log-ind/")
    save(page, "log-ind")
    page.context.close()
    page = signed_in(browser, url, EDITOR)
    for name, show in PICTURES.items():
        show(page)
        page.wait_for_load_state("networkidle")
        save(page, name)


def save(page: Page, name: str) -> None:
    """One picture, in few colours."""
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    slim(file)


def main() -> int:
    """Fill and serve a portal, take the pictures, and clean up."""
    executable = program()
    if executable is None:
        sys.stderr.write("No Chromium is installed. Run bin/install-services.\n")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="indsatskatalog-handbook-") as home:
        running = portal.start(Path(home))
        try:
            with launched(executable) as browser:
                take(browser, running.url)
        finally:
            end(running.pid, running.home)
    return 0


if __name__ == "__main__":
    sys.exit(main())
