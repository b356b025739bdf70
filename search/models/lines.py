"""Text fields that hold one word or phrase a line."""

from __future__ import annotations


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of ``text`` without empty ones and doubles."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
