"""A portal with the example catalogue, and a browser that looks at it.

Both end with the tests of this folder: where Playwright waits in the background, Django takes every question to the
database for one from asynchronous code, and refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.chromium import DESK, PHONE, launched, program
from tests.conftest import missing
from tests.services import portal
from tests.services.process import Running, end


@pytest.fixture(scope="package")
def running_portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A portal served as `make demo` does; its data are shared by all tests, so only look."""
    running = portal.start(tmp_path_factory.mktemp("portal"))
    yield running
    end(running.pid, running.home)


@pytest.fixture(scope="package")
def portal_url(running_portal: Running) -> str:
    """The address of the portal."""
    return running_portal.url


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    executable = program()
    if executable is None:
        missing("browser", "no Chromium is installed: bin/install-services")
    with launched(executable) as browser:
        yield browser


@pytest.fixture
def context(browser: Browser, portal_url: str) -> Iterator[BrowserContext]:
    """A visitor who has never been here; the test fails if a page asks another server, or its script fails."""
    context = browser.new_context(base_url=portal_url, locale="da-DK", timezone_id="Europe/Copenhagen", viewport=DESK)
    context.set_default_timeout(15_000)
    strangers: list[str] = []
    errors: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((portal_url, "data:", "blob:")):
            strangers.append(request.url)

    context.on("request", note)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert strangers == []
    assert errors == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page at desk size; `page.set_viewport_size(PHONE)` makes it a phone."""
    return context.new_page()


@pytest.fixture
def without_scripts(browser: Browser, portal_url: str) -> Iterator[Page]:
    """A page on a phone whose scripts do not run; the test fails if it is left with a cookie."""
    context = browser.new_context(base_url=portal_url, java_script_enabled=False, locale="da-DK", viewport=PHONE)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@pytest.fixture(scope="package")
def axe_source() -> str:
    """The text of axe-core, to be put into a page."""
    return (Path(portal.ROOT) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
