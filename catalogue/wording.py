"""Which language something is said in, where that is not the language of the page.

The entries are written in Danish, and so is all that is searched in; only the words around them follow the reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager

from django.utils.html import conditional_escape, escape
from django.utils.translation import get_language, override

from .choices import Language

DANISH = "da"


def in_danish() -> AbstractContextManager[None]:
    """For what must not depend on who reads just now: the labels that are indexed."""
    return override(DANISH)


def reads_danish() -> bool:
    """Whether the page at hand is in Danish itself, so that Danish words on it need no mark."""
    return (get_language() or DANISH) == DANISH


def language_name(code: str) -> str:
    """A language as it is named within a sentence: "engelsk"; English writes "English" there too."""
    label = str(Language(code).label)
    return label.lower() if reads_danish() else label


class Marked(str):
    """Plain text that a template shows as `html`, with the Danish in it marked for screen readers (WCAG 3.1.2).

    What makes a new text of it (`+`, `%`, `join`) makes a plain one, unmarked but whole; `woven` and `joined` keep it.
    """

    __slots__ = ("html",)
    html: str

    def __html__(self) -> str:
        """What Django's templates show instead of escaping the text."""
        return self.html


def danish(text: str) -> str:
    """A text that somebody has written into the catalogue, marked as Danish where the page is in another language."""
    return _marked(text, f'<span lang="{DANISH}">{escape(text)}</span>') if text and not reads_danish() else text


def woven(words: str, **parts: object) -> str:
    """`words` with its `%(name)s` filled in, marked where one of the parts is."""
    text = words % parts
    if not any(isinstance(part, Marked) for part in parts.values()):
        return text
    return _marked(text, escape(words) % {name: _html(part) for name, part in parts.items()})


def joined(separator: str, parts: Iterable[str]) -> str:
    """The parts that say something in a row, marked where one of them is."""
    said = [part for part in parts if part]
    text = separator.join(said)
    if not any(isinstance(part, Marked) for part in said):
        return text
    return _marked(text, escape(separator).join(_html(part) for part in said))


def _html(part: object) -> object:
    return part if isinstance(part, int | float) else conditional_escape(part)


def _marked(text: str, html: str) -> Marked:
    marked = Marked(text)
    marked.html = html
    return marked
