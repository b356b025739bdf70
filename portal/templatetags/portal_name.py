"""What the portal is called in the editors' system."""

from __future__ import annotations

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def portal_name() -> str:
    """The name, as the first page has it."""
    return settings.WAGTAIL_SITE_NAME
