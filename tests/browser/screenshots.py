"""`python -m tests.browser.screenshots FOLDER`: the pages that people see first, on a phone and on a desk.

Serves what `make setup` made, so that a picture takes seconds; every picture is checked to be what its name says.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.addresses import PAGES
from tests.browser.chromium import DESK, PHONE, launched, program
from tests.services import portal
from tests.services.process import end

# Name of the picture → the page's address, and what only that page has on it.
PICTURES = {
    "forside": (PAGES["front"], ".hero"),
    "soegning": ("/indsatskatalog/?q=jeg+er+alene+og+kan+ikke+gå+så+godt", "article.activity-card"),
    "aktivitet": (PAGES["activity"], "article .first-screen .facts"),
    "taenk": (PAGES["self-check"], "[data-self-check]"),
    "guide": (PAGES["guide"], "article .picture"),
    "kalender": ("/kalender/?omraade=sl-slagelse-kommune", ".day-entries"),
    "omraade": (PAGES["area"], ".soon"),
}
SIZES = {"390": PHONE, "1280": DESK}


def take(browser: Browser, url: str, folder: Path) -> None:
    """One picture of each page at each size, named `page-width.png`."""
    for width, size in SIZES.items():
        for name, (address, mark) in PICTURES.items():
            _picture(browser, url + address, mark, size, folder / f"{name}-{width}.png")


def _picture(browser: Browser, url: str, mark: str, size: ViewportSize, file: Path) -> None:
    context = browser.new_context(
        viewport=size, locale="da-DK", timezone_id="Europe/Copenhagen", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    expect(page.locator(mark).first).to_be_visible()
    page.screenshot(path=file)
    context.close()
    slim(file)


def slim(file: Path) -> None:
    """A picture of flat colours needs no more than 256 of them, and a third of the room."""
    with Image.open(file) as taken:
        taken.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
            file, optimize=True
        )


def main() -> int:
    """Serve the example catalogue, take the pictures, and clean up."""
    folder, executable = Path(sys.argv[1]), program()
    if executable is None:
        sys.stderr.write("No Chromium is installed. Run bin/install-services.\n")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    running = portal.start_as_it_stands(Path(tempfile.mkdtemp(prefix="indsatskatalog-portal-")))
    try:
        with launched(executable) as browser:
            take(browser, running.url, folder)
    finally:
        end(running.pid, running.home)
    return 0


if __name__ == "__main__":
    sys.exit(main())
