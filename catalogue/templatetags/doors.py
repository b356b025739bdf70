"""The three doors, for the parts of a page that have no presenter: the footer."""

from __future__ import annotations

from django import template

from ..presenters.doors import DOORS, Door

register = template.Library()


@register.simple_tag
def doors() -> list[Door]:
    """The three doors in their order."""
    return list(DOORS.values())
