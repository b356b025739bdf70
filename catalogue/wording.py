"""Which language something is said in, where that is not the language of the page.

The entries are written in Danish, and so is all that is searched in; only the words around them follow the reader.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from django.utils.translation import get_language, override

LANGUAGE = "da"


def in_danish() -> AbstractContextManager[None]:
    """For what must not depend on who reads just now: the labels that are indexed."""
    return override(LANGUAGE)


def reads_danish() -> bool:
    """Whether the page at hand is in Danish itself, so that Danish words on it need no mark."""
    return (get_language() or LANGUAGE) == LANGUAGE
