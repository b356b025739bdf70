"""The handbook's chapters, from Markdown to pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

FOLDER = settings.BASE_DIR / "docs" / "redaktoer"
PICTURES = FOLDER / "billeder"
NAME = re.compile(r"[a-z0-9-]+", re.ASCII)
# The first page; the others in the order of its list.
FIRST = "README"
LINK = re.compile(r"\(([a-z0-9-]+)\.md(#[^)]*)?\)")
PICTURE = re.compile(r"\(billeder/([a-z0-9-]+\.png)\)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page: its name in the address ("" for the first), its title, and the text below it as HTML."""

    name: str
    title: str
    html: SafeString


def read_chapter(name: str) -> Chapter | None:
    """The chapter of that name, None where there is none."""
    file = FOLDER / f"{name or FIRST}.md"
    if (name and not NAME.fullmatch(name)) or not file.is_file():
        return None
    return _read(name, file, file.stat().st_mtime_ns)


def names() -> list[str]:
    """The chapters as the first page lists them."""
    return list(dict.fromkeys(name for name, _part in LINK.findall((FOLDER / f"{FIRST}.md").read_text("utf-8"))))


@lru_cache(maxsize=64)
def _read(name: str, file: Path, changed: int) -> Chapter:
    title, _, text = file.read_text("utf-8").partition("\n")
    text = LINK.sub(lambda found: f"({_address(found[1])}{found[2] or ''})", text)
    text = PICTURE.sub(lambda found: f"({reverse('haandbog:picture', args=[found[1]])})", text)
    # The text is ours, from the portal's own files; HTML in it is not let through all the same.
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    return Chapter(name, title.lstrip("# ").strip(), mark_safe(html))  # noqa: S308


def _address(name: str) -> str:
    return reverse("haandbog:chapter", args=[name])
