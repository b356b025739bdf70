"""Read the word lists beside this file."""

from functools import cache
from importlib.resources import files


@cache
def word_lines(name: str) -> tuple[tuple[str, ...], ...]:
    """Words of each line of ``name``, lines that begin with # left out.

    Raises FileNotFoundError when there is no such list.
    """
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return tuple(tuple(words) for words in lines if words)


@cache
def words(name: str) -> frozenset[str]:
    """Every word of the list ``name``."""
    return frozenset(word for line in word_lines(name) for word in line)
