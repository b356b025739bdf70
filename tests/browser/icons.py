"""`python -m tests.browser.icons`: draws the portal's icons and its picture for social media, as its pages look.

They are kept in the repository, so that nobody needs a browser to run the portal.
"""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser.chromium import launched, program

ROOT = Path(__file__).resolve().parents[2]
STATIC, FIXED = ROOT / "portal" / "static" / "icons", ROOT / "portal" / "static_root"
COMPONENTS = ROOT / "templates" / "components"
THEMES = ROOT / "frontend" / "scss" / "_themes.scss"
SQUARES = {192: STATIC / "portal-192.png", 512: STATIC / "portal-512.png", 180: FIXED / "apple-touch-icon.png"}
# Telephones cut icons into circles: what counts lies within four fifths of the width.
ICON = "<body style='margin:0;display:grid;place-items:center;height:100vh;background:#fbf7f1'>{mark}"
FONT = ROOT / "portal" / "static" / "build" / "IBMPlexSans-SemiBold-Latin1.woff2"
FACE = "<style>@font-face{{font-family:Ours;src:url(data:font/woff2;base64,{font})}}</style>"
SOCIAL = """<body style='margin:0;height:100vh;overflow:hidden;background:linear-gradient(#fdf0cb,#fbf7f1 70%);
  font:700 76px/1.15 Ours,system-ui,sans-serif;color:#1d2b2a'>
  <p style='margin:64px 72px 0;display:flex;gap:24px;align-items:center;font-size:44px'>{mark}Indsatskataloget</p>
  <p style='margin:36px 72px 0'>Find nogen at være sammen med</p>
  <div style='position:absolute;inset:auto 0 0'>{scene}</div>"""


def drawing(name: str, size: str) -> str:
    """A drawing of the pages in the light theme's colours."""
    light = THEMES.read_text(encoding="utf-8").split("@mixin dark")[0]
    colours = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    svg = (COMPONENTS / name).read_text(encoding="utf-8").replace("<svg ", f"<svg style='display:block;{size}' ")
    return re.sub(r"var\(--([\w-]+)\)", lambda match: colours[match[1]], svg)


def shot(browser: Browser, html: str, width: int, height: int) -> Image.Image:
    """A picture of a page of this size."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(html)
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB")


def small(picture: Image.Image, file: Path) -> None:
    """Flat drawings need few colours."""
    picture.quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)


def draw(browser: Browser) -> None:
    """All of them."""
    for size, file in SQUARES.items():
        small(shot(browser, ICON.format(mark=drawing("mark.svg", "width:62vw")), size, size), file)
    mark = shot(browser, ICON.format(mark=drawing("mark.svg", "width:100vw")), 256, 256)
    mark.save(FIXED / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
    face = FACE.format(font=base64.b64encode(FONT.read_bytes()).decode())
    mark, scene = drawing("mark.svg", "width:64px"), drawing("scene.svg", "width:1200px;height:320px")
    small(shot(browser, face + SOCIAL.format(mark=mark, scene=scene), 1200, 630), STATIC / "social.png")


def main() -> int:
    """Draw them."""
    executable = program()
    if executable is None:
        sys.stderr.write("No Chromium is installed. Run bin/install-services.\n")
        return 1
    for folder in (STATIC, FIXED):
        folder.mkdir(exist_ok=True)
    with launched(executable) as browser:
        draw(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
