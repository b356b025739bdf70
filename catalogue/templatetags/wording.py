"""Danish words in a sentence of another language."""

from __future__ import annotations

from datetime import date

from django import template

from .. import wording
from ..recurrence import words

register = template.Library()


@register.filter
def danish(text: str) -> str:
    """A text that somebody has written into the portal, marked as Danish where the page is in another language."""
    return wording.danish(text)


@register.filter
def full_date(day: date) -> str:
    """ "24. november 2027", as the page's language writes it."""
    return words.full_date(day)
