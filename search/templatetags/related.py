"""`{% related_to entry as related %}`: what else there is, for the page of an activity."""

from __future__ import annotations

from django import template

from catalogue.models import Activity

from .. import related

register = template.Library()


@register.simple_tag
def related_to(entry: Activity) -> list[related.Related]:
    """Groups of activities that have something in common with this one (search.related)."""
    return related.related_to(entry)
