"""`{% structured_data document %}`: JSON-LD in a page; nothing for None."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from ..structured_data.graph import Thing, script

register = template.Library()


@register.simple_tag
def structured_data(document: Thing | None) -> SafeString | str:
    """The script element that holds the document (catalogue.structured_data.graph)."""
    return script(document) if document else ""
