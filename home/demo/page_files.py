"""The example's pages as they lie in files: one page a file, in the order they are made in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "pages"
# Made first, because others lie below them or lead to them.
FIRST = ("oplaeg", "nyt")
MARKS = re.compile(r"\[([^\]]+)\]\([^)\s]+\)|\*\*([^*]+)\*\*")


@dataclass(frozen=True, slots=True)
class PageFile:
    """One page: its kind (home.demo.page_kinds), where it goes, and what it says."""

    slug: str
    kind: str
    title: str
    introduction: str = ""
    language: str = "da"
    translates: str = ""
    parent: str = ""
    picture: str = ""
    in_menu: bool = False
    body: list[dict[str, Any]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    @property
    def pieces(self) -> list[tuple[str, Any]]:
        """The body as (sort of block, value)."""
        return [next(iter(piece.items())) for piece in self.body]


def page_files() -> list[PageFile]:
    """All pages: the front pages first, then what others lie below, then the others by name."""
    files = [_read(path) for path in sorted(FOLDER.rglob("*.toml"))]
    return sorted(files, key=_place)


def _place(page: PageFile) -> tuple[bool, bool, str, str]:
    return page.kind != "front", page.slug not in FIRST, page.language, page.slug


def _read(path: Path) -> PageFile:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    own = {name: values.pop(name) for name in list(values) if name in PageFile.__dataclass_fields__}
    return PageFile(**{"slug": path.stem, **own, "more": values})


def texts_of(page: PageFile) -> Iterator[str]:
    """The sentences of the page, with marks for bold and links taken out; titles and headings are no sentences."""
    texts = [page.introduction]
    for kind, value in page.pieces:
        if kind == "text":
            texts.append(value)
        elif kind == "steps":
            texts += [step["text"] for step in value]
        elif kind in ("notice", "contact"):
            texts.append(value.get("text", ""))
    for name in ("steps", "dates", "partners"):
        texts += [row.get("text", "") for row in page.more.get(name, [])]
    yield from (MARKS.sub(r"\1\2", text) for text in texts if text)
