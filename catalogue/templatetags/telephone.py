"""Telephone numbers: to be dialled, and to be read without a line break in the middle."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def dial(number: str) -> str:
    """The number as a `tel:` address wants it: "00 58 10 24" becomes "00581024"."""
    return "".join(char for char in number if char.isdigit() or char == "+")


@register.filter
def unbroken(number: str) -> str:
    """The number with spaces that do not break."""
    return number.replace(" ", "\N{NO-BREAK SPACE}")
