"""What a first visit loads, as `make frontend` builds it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories.pages import make_front_page

ROOT = Path(settings.BASE_DIR)
BUILD = ROOT / "portal" / "static" / "build"


def gzipped(name: str) -> int:
    """Bytes of a built file, as sent."""
    path = BUILD / name
    if not path.exists():
        pytest.skip("the style sheets are not built: make frontend")
    return len(gzip.compress(path.read_bytes(), 9))


@pytest.mark.parametrize(("name", "most"), [("portal.css", 25_000), ("portal.js", 10_000), ("icons.svg", 10_000)])
def test_build_is_small(name, most):
    assert gzipped(name) <= most


def test_build_asks_nothing_of_other_servers():
    gzipped("portal.css")
    for name in ("portal.css", "portal.js"):
        assert not re.search(r"(?:url\(|from|import|fetch\()\s*[\"']?(?:https?:)?//", (BUILD / name).read_text("utf-8"))


def test_templates_use_only_icons_that_the_sprite_has():
    gzipped("icons.svg")
    sprite = set(re.findall(r'<symbol id="([\w-]+)"', (BUILD / "icons.svg").read_text("utf-8")))
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    python = "".join(path.read_text("utf-8") for path in (ROOT / "catalogue" / "presenters").glob("*.py"))
    used = set(re.findall(r'{% icon "([\w-]+)" %}', templates))
    used |= set(re.findall(r'Fact\(\s*"([\w-]+)"', python)) | set(
        re.findall(r'AccessibilityFeature\.\w+: "([\w-]+)"', python)
    )
    assert used - sprite == set()
    assert len(used) > 15


def test_first_visit_weighs_at_most_100_kilobytes(client, db):
    """The front page and all that it asks for, as sent; the browser's tests weigh it once more."""
    make_front_page()
    html = client.get("/", HTTP_ACCEPT_ENCODING="gzip")
    page = gzip.decompress(html.content).decode()
    asked = set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))
    assert {"build/portal.css", "build/portal.js", "build/icons.svg"} <= asked
    weights = {name: weight(ROOT / "portal" / "static" / name) for name in asked}
    weights |= {name: weight(BUILD / name) for name in ("IBMPlexSans-SemiBold-Latin1.woff2",)}
    weights |= {path.name: weight(path) for path in (ROOT / "portal" / "static_root").iterdir()}
    assert sum(weights.values()) + len(html.content) <= 100_000, weights
    scripts = [size for name, size in weights.items() if name.endswith(".js")]
    assert 0 < sum(scripts) <= 10_000


def weight(path: Path) -> int:
    """Bytes as sent: text is compressed, pictures and fonts are already."""
    if not path.exists():
        pytest.skip("the style sheets are not built: make frontend")
    content = path.read_bytes()
    return len(gzip.compress(content, 9)) if path.suffix in {".css", ".js", ".svg"} else len(content)
