"""Danish words in a sentence of another language."""

from __future__ import annotations

from django import template

from .. import wording

register = template.Library()


@register.filter
def danish(text: str) -> str:
    """A text that somebody has written into the portal, marked as Danish where the page is in another language."""
    return wording.danish(text)
