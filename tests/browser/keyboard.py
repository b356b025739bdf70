"""A person who has a keyboard and no mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

# Radio buttons of one question are one stop, so they go by their name; other things by their id or their text.
FOCUSED = """(e => `${e.tagName.toLowerCase()} ${
  e.type === "radio" || e.type === "checkbox" ? e.name : e.id || e.name || e.textContent.trim().replace(/\\s+/g, " ")
}`)(document.activeElement)"""
# Not only within the screen, but in front: nothing may lie over what has focus (WCAG 2.4.11).
IN_SIGHT = """(e => {
  const shown = e.type === "radio" || e.type === "checkbox" ? e.closest("label") || e : e;
  return [...shown.getClientRects()].some(box => {
    const x = Math.min(Math.max(box.x + 8, 0), innerWidth - 1), y = box.y + box.height / 2;
    const front = y < 0 || y >= innerHeight ? null : document.elementFromPoint(x, y);
    return front && (shown.contains(front) || front.contains(shown));
  });
})(document.activeElement)"""


def focused(page: Page) -> str:
    """The element in focus, as its tag and id, name or text."""
    return page.evaluate(FOCUSED)


def in_sight(page: Page) -> bool:
    """Whether what has focus is to be seen, at the latest when it has glided into place."""
    for _ in range(20):
        if page.evaluate(IN_SIGHT):
            return True
        page.wait_for_timeout(50)
    return False


def tab_to(page: Page, wanted: str, most: int = 60) -> None:
    """Press Tab until the element that begins with `wanted` is in focus; each on the way must be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = focused(page)
        if not in_sight(page):
            pytest.fail(f"{here} has focus, and is not to be seen")
        if here.startswith(wanted):
            return
    pytest.fail(f"{wanted} is not reached with {most} presses of Tab")
