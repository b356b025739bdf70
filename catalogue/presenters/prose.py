"""Plain text of the catalogue as paragraphs and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

BULLET = re.compile(r"[-*•]\s+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its lines, or a list with its items; `written` in Danish by somebody, or said by the portal."""

    lines: list[str]
    is_list: bool = False
    written: bool = True


def blocks_of(text: str) -> list[Block]:
    """The paragraphs of a text, parted by blank lines; lines that begin with a dash become a list."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        for is_list, group in groupby(lines, key=lambda line: bool(BULLET.match(line))):
            blocks.append(
                Block(
                    [BULLET.sub("", line, count=1) if is_list else line for line in group],
                    is_list,
                )
            )
    return blocks
