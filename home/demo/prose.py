"""Text as it is easiest to write and read in a file, as rich text."""

from __future__ import annotations

import re

from django.utils.html import escape

LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def rich_text(text: str) -> str:
    """Paragraphs parted by an empty line, lists of lines that begin with "- ", **bold** and [words](address)."""
    return "".join(_block(block.split("\n")) for block in re.split(r"\n\s*\n", text.strip()))


def _block(lines: list[str]) -> str:
    if all(line.startswith("- ") for line in lines):
        return f"<ul>{''.join(f'<li>{_inline(line[2:])}</li>' for line in lines)}</ul>"
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    safe = escape(text).replace("&quot;", '"').replace("&#x27;", "'")
    return BOLD.sub(r"<b>\1</b>", LINK.sub(r'<a href="\2">\1</a>', safe))
